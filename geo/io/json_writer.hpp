#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace chronomap {

/// Writes JSON as it goes, without spaces: objects and arrays are begun and ended, members have a key and a value.
/// Bytes that are no UTF-8 become U+FFFD. What is written is the caller's to keep in order.
class JsonWriter {
  public:
    JsonWriter();
    ~JsonWriter();

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(double number);
    void value(std::uint32_t number);
    void null();
    /// A value that is JSON already.
    void raw(std::string_view json);

    template <class Value>
    void member(std::string_view name, const Value& its_value) {
        key(name);
        value(its_value);
    }
    /// A member that is null where the text is empty.
    void text_or_null(std::string_view name, std::string_view text);

    /// What was written so far.
    std::string_view text() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
