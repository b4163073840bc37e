#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace chronomap {

/// Remembers what was worked out for the keys that were asked for last, in bounded memory: each key has one place, and
/// a later one takes it. What a key gives must stay the same. Thread-safe; `Value` should be cheap to copy.
template <class Value>
class KeyMemo {
  public:
    KeyMemo() : slots_(std::make_unique<Slots>()) {}

    /// The value of a key, in one of several variants; `make()` works out what is not remembered.
    template <class Make>
    Value get(std::string_view key, unsigned variant, const Make& make) const {
        const std::size_t mixed = (std::hash<std::string_view>{}(key) + variant) * 0x9E3779B97F4A7C15ULL;
        Slot& slot = (*slots_)[mixed >> (64 - slot_bits)];
        if (const auto known = slot.load(std::memory_order_acquire);
            known && known->variant == variant && known->key == key)
            return known->value;
        Value value = make();
        slot.store(std::make_shared<const Entry>(Entry{std::string(key), variant, value}), std::memory_order_release);
        return value;
    }

  private:
    static constexpr unsigned slot_bits = 12;
    struct Entry {
        std::string key;
        unsigned variant;
        Value value;
    };
    using Slot = std::atomic<std::shared_ptr<const Entry>>;
    using Slots = std::array<Slot, std::size_t{1} << slot_bits>;
    std::unique_ptr<Slots> slots_;
};

}  // namespace chronomap
