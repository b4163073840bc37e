#include "app/window/map_canvas.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cmath>
#include <optional>

#include "app/window/same_scene.hpp"
#include "render/gl/gl_objects.hpp"
#include "render/furniture/page.hpp"
#include "render/snapshot/page_picture.hpp"

namespace chronomap {

namespace {

/// A picture is opaque, whatever the blending left in the alpha channel.
Image opaque(int width, int height, std::vector<std::uint8_t> rgba) {
    for (std::size_t alpha = 3; alpha < rgba.size(); alpha += 4) rgba[alpha] = 255;
    return {width, height, std::move(rgba)};
}

/// For as long as one lives, names behave otherwise than in the window.
class LabelsAt {
  public:
    LabelsAt(MapRenderer& renderer, LabelMotion motion, LabelMotion after) : renderer_(renderer), after_(after) {
        renderer_.move_labels(motion);
    }
    ~LabelsAt() { renderer_.move_labels(after_); }
    LabelsAt(const LabelsAt&) = delete;
    LabelsAt& operator=(const LabelsAt&) = delete;

  private:
    MapRenderer& renderer_;
    LabelMotion after_;
};

}  // namespace

struct MapCanvas::Impl {
    std::unique_ptr<MapRenderer> renderer;
    RenderTarget target, sheet;
    std::optional<Scene> drawn_scene;
    View drawn_view;
    LabelMotion motion = LabelMotion::none;
};

MapCanvas::MapCanvas(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MapCanvas::~MapCanvas() = default;

Result<std::unique_ptr<MapCanvas>> MapCanvas::create() {
    if (const auto loaded = load_gl(glfwGetProcAddress); !loaded) return tl::unexpected(loaded.error());
    auto renderer = MapRenderer::create();
    if (!renderer) return tl::unexpected(renderer.error());
    auto impl = std::make_unique<Impl>();
    impl->renderer = std::move(*renderer);
    return std::unique_ptr<MapCanvas>(new MapCanvas(std::move(impl)));
}

Result<bool> MapCanvas::update(const Scene& scene, const View& view, LabelMotion motion) {
    if (view.crs.empty()) return false;  // nothing has been fitted yet
    const bool same = impl_->drawn_scene && impl_->drawn_view == view && same_scene(*impl_->drawn_scene, scene);
    if (same && motion == impl_->motion && !impl_->renderer->fading()) return false;
    impl_->motion = motion;
    impl_->renderer->move_labels(motion);
    // Remembered even when it fails: the same failure is told once, not in each frame.
    impl_->drawn_scene = scene;
    impl_->drawn_view = view;
    if (impl_->target.width() != view.width_px || impl_->target.height() != view.height_px) {
        auto target = RenderTarget::create(view.width_px, view.height_px);
        if (!target) return tl::unexpected(target.error());
        impl_->target = std::move(*target);
    }
    impl_->renderer->render(scene, view, impl_->target.framebuffer());
    hits_ = impl_->renderer->hits();
    furniture_boxes_ = impl_->renderer->furniture_boxes();
    return true;
}

bool MapCanvas::fading() const {
    return impl_->renderer->fading();
}

bool MapCanvas::copy_map(const PixelRect& to, int window_height) const {
    const RenderTarget& map = impl_->target;
    if (map.width() == 0) return false;
    const auto left = static_cast<int>(std::lround(to.x)), top = static_cast<int>(std::lround(to.y));
    // As it was drawn, where the layout's parts of pixels allow.
    const int width = std::abs(map.width() - to.width) < 1 ? map.width() : static_cast<int>(std::lround(to.width));
    const int height =
        std::abs(map.height() - to.height) < 1 ? map.height() : static_cast<int>(std::lround(to.height));
    map.copy_to_window({left, top, width, height}, window_height);
    return true;
}

Image MapCanvas::shown() const {
    return opaque(impl_->target.width(), impl_->target.height(), impl_->target.read());
}

Result<Image> MapCanvas::render(const Scene& scene, const View& view) {
    const LabelsAt labels(*impl_->renderer, LabelMotion::none, impl_->motion);
    return render_image(*impl_->renderer, scene, view);
}

Result<Image> MapCanvas::render(const MapPage& page) {
    const LabelsAt labels(*impl_->renderer, LabelMotion::none, impl_->motion);
    return render_page_image(*impl_->renderer, page);
}

Result<void> MapCanvas::draw_sheet(const MapPage& page) {
    RenderTarget& sheet = impl_->sheet;
    if (sheet.width() != page.sheet.width_px || sheet.height() != page.sheet.height_px) {
        auto target = RenderTarget::create(page.sheet.width_px, page.sheet.height_px);
        if (!target) return tl::unexpected(target.error());
        sheet = std::move(*target);
    }
    impl_->renderer->render_around(page, sheet.framebuffer(), whole_of(page.sheet));
    return {};
}

void MapCanvas::copy_sheet(int window_height) const {
    const RenderTarget& sheet = impl_->sheet;
    if (sheet.width() > 0) sheet.copy_to_window({0, 0, sheet.width(), sheet.height()}, window_height);
}

Result<void> MapCanvas::write(const Scene& scene, const View& view, const std::string& path,
                              const PictureOptions& options, const Progress& progress) {
    // As the window shows it at rest: names at their places, none of them half there.
    const LabelMotion rest = impl_->motion == LabelMotion::none ? LabelMotion::none : LabelMotion::steady;
    const LabelsAt labels(*impl_->renderer, rest, impl_->motion);
    return write_picture(*impl_->renderer, scene, view, path, options, progress);
}

Result<void> MapCanvas::write(const MapPage& page, const std::string& path, const PictureOptions& options,
                              const Progress& progress) {
    const LabelsAt labels(*impl_->renderer, LabelMotion::none, impl_->motion);
    return write_page(*impl_->renderer, page, path, options, progress);
}

Image read_window(int width, int height) {
    return opaque(width, height, read_pixels(0, width, height));
}

}  // namespace chronomap
