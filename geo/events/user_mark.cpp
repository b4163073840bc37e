#include "geo/events/user_mark.hpp"

#include <array>

namespace chronomap {

namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 4> verdicts{{{Verdict::none, "none"},
                                                                        {Verdict::verified, "verified"},
                                                                        {Verdict::disputed, "disputed"},
                                                                        {Verdict::rejected, "rejected"}}};

}  // namespace

std::string_view name_of(Verdict verdict) {
    for (const auto& [each, name] : verdicts)
        if (each == verdict) return name;
    return {};
}

std::optional<Verdict> verdict_from(std::string_view name) {
    for (const auto& [verdict, known] : verdicts)
        if (known == name) return verdict;
    return std::nullopt;
}

std::string_view name_of(EventOrigin origin) {
    switch (origin) {
        case EventOrigin::split_off:
            return "split_off";
        case EventOrigin::added:
            return "added";
        case EventOrigin::read:
            break;
    }
    return "read";
}

Verdict verdict_of(const Event& event) {
    return event.user ? event.user->verdict : Verdict::none;
}

Verdict joint_verdict(Verdict a, Verdict b) {
    if (a == b) return a;
    return a == Verdict::disputed || b == Verdict::disputed ? Verdict::disputed : Verdict::none;
}

std::string_view note_of(const Event& event) {
    return event.user ? std::string_view(event.user->note) : std::string_view();
}

}  // namespace chronomap
