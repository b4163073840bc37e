#include "app/state/prepared_events.hpp"

#include "render/scene/frame_extent.hpp"

namespace chronomap {

PreparedEvents prepare_events(EventStore store, const std::vector<ExtractionPtr>& more) {
    PreparedEvents prepared;
    prepared.before = store.current();
    store.add(more);
    prepared.framed = {store.current(), frame_extent(*store.current()).box};
    prepared.after = std::move(store);
    return prepared;
}

}  // namespace chronomap
