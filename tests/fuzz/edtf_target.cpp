// Any text as EDTF, and as a date that somebody types.

#include "geo/time/edtf.hpp"
#include "tests/fuzz/bytes.hpp"

using namespace chronomap;

namespace {

void check(const Result<EdtfDate>& date) {
    if (!date) {
        fuzz::require(!date.error().text().empty(), "a date that is refused is refused in words");
        return;
    }
    if (date->empty()) return;
    const auto again = EdtfDate::parse(date->text());
    fuzz::require(again.has_value(), "what a date is written as can be read");
    fuzz::require(again->span() == date->span(), "and means the same days");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    check(EdtfDate::parse(text));
    check(parse_date_as_typed(text));
    return 0;
}
