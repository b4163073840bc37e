#include "app/window/ground_job.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "app/state/camera_moves.hpp"
#include "geo/base/progress.hpp"

namespace chronomap {

namespace {

/// Share of the view that is drawn around it, so that it can be moved a while; less where the view is large.
double margin_for(const View& view) {
    return static_cast<double>(view.width_px) * view.height_px < 2.6e6 ? 0.3 : 0.1;
}

/// Pictures that are kept beside those shown: the next stops of a series are there again when the slider comes back.
constexpr std::size_t most_spare = 6;

/// True when what was drawn for `has` covers all of `view` and is not much coarser or finer than what it would be.
bool serves(const View& has, const View& view) {
    if (has.crs != view.crs) return false;
    const double ratio = view.metres_per_px / has.metres_per_px;
    if (ratio < 0.66 || ratio > 1.5) return false;
    const auto covers = [&](double centre, double side, double wanted_centre, double wanted_side) {
        return std::abs(centre - wanted_centre) * 2 + wanted_side * view.metres_per_px <=
               side * has.metres_per_px + 2 * has.metres_per_px;
    };
    return covers(has.centre_x, has.width_px, view.centre_x, view.width_px) &&
           covers(has.centre_y, has.height_px, view.centre_y, view.height_px);
}

/// True when a picture for `has` would show little or nothing of use in `view`.
bool is_far(const View& has, const View& view) {
    const double ratio = view.metres_per_px / has.metres_per_px;
    return has.crs != view.crs || ratio < 0.4 || ratio > 2.5 ||
           std::abs(has.centre_x - view.centre_x) > has.width_px * has.metres_per_px / 2 ||
           std::abs(has.centre_y - view.centre_y) > has.height_px * has.metres_per_px / 2;
}

/// Pictures as they are: those of the map's wishes that there are.
class GroundAtHand : public GroundSource {
  public:
    explicit GroundAtHand(std::vector<GroundJob::Drawn> drawn) : drawn_(std::move(drawn)) {}
    std::vector<GroundSheet> sheets(const Scene& scene, const View& view) override {
        std::vector<GroundSheet> sheets;
        for (const GroundWish& wish : ground_wishes(scene))
            for (const GroundJob::Drawn& each : drawn_)
                if (each.wish.same_pictures(wish) && each.view.crs == view.crs)
                    for (const GroundPicturePtr& picture : each.pictures) sheets.push_back({picture, wish.opacity});
        return sheets;
    }

  private:
    std::vector<GroundJob::Drawn> drawn_;
};

}  // namespace

bool GroundJob::take(AppState& state) {
    if (!drawing_.valid() || drawing_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
    auto made = drawing_.get();
    if (!made && made.error().message == cancelled) return false;
    if (!made) {
        failed_.push_back(next_.wish);
        if (next_.wish.raster) {
            say(state, MessageLevel::error, made.error(), "A layer cannot be shown: ");
        } else if (next_.wish.relief == state.relief) {
            say(state, MessageLevel::error, made.error(), "The relief cannot be shown: ");
            state.relief.path.clear();
        }
        return true;
    }
    // One picture for each wish: the new one takes the place of the old.
    std::erase_if(drawn_, [&](const Drawn& each) { return each.wish.same_pictures(next_.wish); });
    next_.pictures = std::move(*made);
    drawn_.push_back(std::move(next_));
    state.ground = std::make_shared<GroundAtHand>(drawn_);
    return true;
}

bool GroundJob::follow(AppState& state) {
    const bool changed = take(state);
    if (state.view.crs.empty()) return changed;
    const std::vector<GroundWish> wishes = ground_wishes(scene_of(state));
    const auto wished = [&](const GroundWish& one) {
        return std::ranges::any_of(wishes, [&](const GroundWish& wish) { return wish.same_pictures(one); });
    };
    const View& view = target_view(state);
    if (drawing_.valid()) {
        // What nobody will look at need not be finished; what is only moved away from is better than nothing.
        if (!wished(next_.wish) || is_far(next_.view, view)) stop_.request_stop();
        return changed;
    }
    std::erase_if(failed_, [&](const GroundWish& one) { return !wished(one); });
    ++uses_;
    for (Drawn& each : drawn_)
        if (wished(each.wish)) each.last_use = uses_;
    while (drawn_.size() > wishes.size() + most_spare)
        drawn_.erase(std::ranges::min_element(drawn_, {}, &Drawn::last_use));
    state.ground_drawing = false;
    for (const GroundWish& wish : wishes) {
        const auto same = [&](const auto& one) { return one.same_pictures(wish); };
        if (std::ranges::any_of(failed_, same)) continue;
        const auto found = std::ranges::find_if(drawn_, [&](const Drawn& each) { return same(each.wish); });
        if (found != drawn_.end() && serves(found->view, view)) continue;
        state.ground_drawing = true;
        state.ground_since_s = state.now_s;
        state.ground_file = std::filesystem::path(wish.path()).filename().string();
        next_ = {wish, widened(view, margin_for(view)), {}, uses_};
        stop_ = std::stop_source();
        drawing_ = worker_.submit([wish, view = next_.view, wake = wake_, own = stop_](const std::stop_token& ending) {
            const std::stop_callback end(ending, [own]() mutable { own.request_stop(); });
            auto made = draw_ground(wish, view, own.get_token());
            wake();
            return made;
        });
        break;
    }
    return changed;
}

}  // namespace chronomap
