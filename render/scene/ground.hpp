#pragma once

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "geo/base/result.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"
#include "render/snapshot/image.hpp"

namespace chronomap {

/// What a picture of the ground lies on, and is seen on.
enum class GroundPlace : std::uint8_t {
    sea,   ///< the water, below its coast
    land,  ///< the land, below rivers and lakes
    over   ///< everything but lines and names
};

/// Pixels that lie on the map. Immutable once shared.
struct GroundPicture {
    View view;    ///< which part of the plane it covers, and at what scale
    Image image;  ///< stretched over that view
    GroundPlace place = GroundPlace::over;
};
using GroundPicturePtr = std::shared_ptr<const GroundPicture>;

/// A picture and how much it hides of what lies below.
struct GroundSheet {
    GroundPicturePtr picture;
    double opacity = 1;
    friend bool operator==(const GroundSheet&, const GroundSheet&) = default;
};

/// Something that a scene lays on the ground: a raster of a layer, or the relief.
struct GroundWish {
    LayerRasterPtr raster;  ///< null: the relief
    double opacity = 1;     ///< of the raster
    float saturation = 1;   ///< of the raster, by the style
    ReliefChoice relief;
    std::shared_ptr<const Style> style;  ///< of the relief

    /// True when both give the same pictures.
    bool same_pictures(const GroundWish& other) const {
        return raster == other.raster && saturation == other.saturation && relief == other.relief &&
               style == other.style;
    }
    const std::string& path() const { return raster ? raster->dataset : relief.path; }
};

/// What the scene lays on the ground at its time, lowest first. Of a layer's states of one and the same box only the
/// last: it covers the others.
std::vector<GroundWish> ground_wishes(const Scene& scene);

/// Draws one of them for a view: no pictures where it is not seen. The relief is at most 2048 pixels on the longer
/// side, because shading is soft; a raster has the map's pixels, or coarser ones in pictures of more than 16
/// megapixels. May take seconds for huge files; any thread may call. Error: as read_elevation and read_raster.
Result<std::vector<GroundPicturePtr>> draw_ground(const GroundWish& wish, const View& view,
                                                  const std::stop_token& stop = {});

/// The pixels of the view that a box in degrees may reach; the whole view where that is not clear, nothing where it is
/// outside.
std::optional<PixelWindow> pixels_of(const GeoBox& box, const View& view);

/// Where the part of the plane that `part` shows lies in `view`, in its device pixels. Both in one projection.
PixelBox box_on(const View& view, const View& part);

/// `view` with `margin` (a share of its sides) around it, on the same pixels.
View widened(const View& view, double margin);

/// Gives the renderer the pictures for its view.
class GroundSource {
  public:
    virtual ~GroundSource() = default;
    /// Tells that sheets() of the same will be asked for soon.
    virtual void begin(const Scene& /*scene*/, const View& /*view*/) {}
    /// Lowest first; those that are there. In the view's projection.
    virtual std::vector<GroundSheet> sheets(const Scene& scene, const View& view) = 0;
};

/// Reads what a picture needs when it is drawn, each raster on a thread of its own, and keeps what the last two maps
/// were drawn with. For one thread at a time.
class GroundReader : public GroundSource {
  public:
    /// `failed` is told once of each raster that cannot be read; the map is drawn without it.
    explicit GroundReader(std::function<void(const Error&)> failed) : failed_(std::move(failed)) {}
    void begin(const Scene& scene, const View& view) override;
    std::vector<GroundSheet> sheets(const Scene& scene, const View& view) override;

  private:
    struct Kept {
        GroundWish wish;
        View view;
        std::future<Result<std::vector<GroundPicturePtr>>> drawing;  ///< valid until `pictures` were taken from it
        std::vector<GroundPicturePtr> pictures;
        int unused_for = 0;  ///< maps
    };
    Kept& kept_of(const GroundWish& wish, const View& view);
    std::vector<Kept> kept_;
    std::vector<std::string> told_;
    std::function<void(const Error&)> failed_;
};

}  // namespace chronomap
