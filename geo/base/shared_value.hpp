#pragma once

#include <memory>
#include <utility>

namespace chronomap {

/// An immutable value that its copies share: copying costs a pointer, and two are equal when their values are.
template <class T>
class SharedValue {
  public:
    SharedValue() : SharedValue(T{}) {}
    explicit SharedValue(T value) : value_(std::make_shared<const T>(std::move(value))) {}
    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }
    friend bool operator==(const SharedValue& a, const SharedValue& b) {
        return a.value_ == b.value_ || *a.value_ == *b.value_;
    }

  private:
    std::shared_ptr<const T> value_;
};

}  // namespace chronomap
