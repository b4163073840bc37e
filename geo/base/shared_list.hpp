#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace chronomap {

/// An immutable list that its copies share: copying costs a pointer.
template <class T>
class SharedList {
  public:
    SharedList() = default;
    SharedList(std::vector<T> items)
        : items_(items.empty() ? nullptr : std::make_shared<const std::vector<T>>(std::move(items))) {}
    SharedList(std::initializer_list<T> items) : SharedList(std::vector<T>(items)) {}

    /// Equal for copies of one list; null for an empty one.
    const T* data() const { return items_ ? items_->data() : nullptr; }
    std::size_t size() const { return items_ ? items_->size() : 0; }
    bool empty() const { return !items_; }
    const T* begin() const { return data(); }
    const T* end() const { return data() + size(); }
    const T& operator[](std::size_t i) const { return (*items_)[i]; }

  private:
    std::shared_ptr<const std::vector<T>> items_;
};

}  // namespace chronomap
