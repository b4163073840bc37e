#include "geo/io/user_columns.hpp"

namespace chronomap {

std::array<std::string, user_columns.size()> user_cells(const Event& event) {
    std::array<std::string, user_columns.size()> cells;
    if (!event.user) return cells;
    const UserMark& mark = *event.user;
    auto cell = cells.begin();
    *cell++ = mark.verdict == Verdict::none ? std::string() : std::string(name_of(mark.verdict));
    *cell++ = mark.note;
    *cell++ = mark.origin == EventOrigin::read ? std::string() : std::string(name_of(mark.origin));
    for (const Event& other : mark.merged) *cell += (cell->empty() ? "" : " ") + other.id;
    ++cell;
    *cell++ = mark.read_date ? mark.read_date->text() : std::string();
    *cell++ = mark.read_dated_by ? std::string(name_of(*mark.read_dated_by)) : std::string();
    const Place* place = mark.read_place ? mark.read_place->get() : nullptr;
    *cell++ = place ? place->id : std::string();
    *cell++ = place ? place->name : std::string();
    *cell++ = mark.read_place_surface.value_or("");
    *cell++ = mark.read_kind ? std::string(name_of(*mark.read_kind)) : std::string();
    *cell++ = mark.read_modality ? std::string(name_of(*mark.read_modality)) : std::string();
    if (mark.read_attribution) *cell = mark.read_attribution->empty() ? "itself" : *mark.read_attribution;
    return cells;
}

}  // namespace chronomap
