#pragma once

#include <cstdint>
#include <memory>

#include "app/window/window_layout.hpp"
#include "geo/base/result.hpp"
#include "render/snapshot/picture_writer.hpp"

namespace chronomap {

/// The map as a texture of the window, drawn anew only when scene or view have changed, and pictures of it for files.
/// Both come from one MapRenderer: at equal size they are equal, pixel for pixel. Lives on the GL thread.
class MapCanvas : public PictureWriter {
  public:
    static Result<std::unique_ptr<MapCanvas>> create();
    ~MapCanvas() override;

    /// Brings the texture up to date. True when it was drawn anew. Names keep their places while the view moves;
    /// `motion` fading: they appear and vanish over a moment.
    Result<bool> update(const Scene& scene, const View& view, LabelMotion motion);
    /// True while update() draws the same scene again for names that appear or vanish.
    bool fading() const;
    /// Copies the texture into a window of that height; false before there is one.
    bool copy_map(const PixelRect& to, int window_height) const;
    const std::vector<HitTarget>& hits() const { return hits_; }
    /// What title, date, legend and the like cover of the texture.
    const std::vector<PixelBox>& furniture_boxes() const { return furniture_boxes_; }

    /// Draws what is around the maps of a page into a texture of the page's size. Error: larger than the driver draws.
    Result<void> draw_sheet(const MapPage& page);
    /// Copies it to the window's upper left corner, if there is one.
    void copy_sheet(int window_height) const;

    /// What the texture holds.
    Image shown() const;
    /// Pictures of any size for files; the texture stays as it is. A single picture has its names where the window has
    /// them at rest.
    Result<Image> render(const Scene& scene, const View& view) override;
    Result<Image> render(const MapPage& page) override;
    Result<void> write(const Scene& scene, const View& view, const std::string& path,
                       const PictureOptions& options = {}, const Progress& progress = {}) override;
    Result<void> write(const MapPage& page, const std::string& path, const PictureOptions& options = {},
                       const Progress& progress = {}) override;

  private:
    struct Impl;
    explicit MapCanvas(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
    std::vector<HitTarget> hits_;
    std::vector<PixelBox> furniture_boxes_;
};

/// What the window's back buffer holds, rows from the top.
Image read_window(int width, int height);

}  // namespace chronomap
