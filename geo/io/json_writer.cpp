#include "geo/io/json_writer.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <simdjson.h>
#include <unicode/unistr.h>

namespace chronomap {
namespace {

rapidjson::SizeType size_of(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct JsonWriter::Impl {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

JsonWriter::JsonWriter() : impl_(std::make_unique<Impl>()) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() {
    impl_->writer.StartObject();
}
void JsonWriter::end_object() {
    impl_->writer.EndObject();
}
void JsonWriter::begin_array() {
    impl_->writer.StartArray();
}
void JsonWriter::end_array() {
    impl_->writer.EndArray();
}
void JsonWriter::key(std::string_view name) {
    impl_->writer.Key(name.data(), size_of(name));
}

void JsonWriter::value(std::string_view text) {
    if (simdjson::validate_utf8(text.data(), text.size())) {
        impl_->writer.String(text.empty() ? "" : text.data(), size_of(text));
        return;
    }
    std::string sound;
    icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
        .toUTF8String(sound);
    impl_->writer.String(sound.data(), size_of(sound));
}

void JsonWriter::value(double number) {
    impl_->writer.Double(number);
}
void JsonWriter::value(std::uint32_t number) {
    impl_->writer.Uint(number);
}
void JsonWriter::null() {
    impl_->writer.Null();
}
void JsonWriter::raw(std::string_view json) {
    impl_->writer.RawValue(json.data(), json.size(), rapidjson::kObjectType);
}

void JsonWriter::text_or_null(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty())
        null();
    else
        value(text);
}

std::string_view JsonWriter::text() const {
    return {impl_->buffer.GetString(), impl_->buffer.GetSize()};
}

}  // namespace chronomap
