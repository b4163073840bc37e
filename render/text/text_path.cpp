#include "render/text/text_path.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace chronomap {
namespace {

/// Walks along a path; the distances that are asked for must not fall by more than the walk is worth: any order works,
/// ascending is quick.
class PathWalk {
  public:
    explicit PathWalk(std::span<const PathPoint> path) : path_(path) { assert(path.size() >= 2); }

    PathPoint at(float distance) {
        if (distance < begin_) segment_ = 0, begin_ = 0;
        while (segment_ + 2 < path_.size() && begin_ + length() < distance) {
            begin_ += length();
            ++segment_;
        }
        const float share = (distance - begin_) / std::max(length(), 1e-3f);
        const PathPoint &a = path_[segment_], &b = path_[segment_ + 1];
        return {std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share)};
    }

  private:
    float length() const {
        const PathPoint &a = path_[segment_], &b = path_[segment_ + 1];
        return std::hypot(b.x - a.x, b.y - a.y);
    }
    std::span<const PathPoint> path_;
    std::size_t segment_ = 0;
    float begin_ = 0;  // where the segment begins
};

/// The middle of a cluster on the path and the direction of the path there.
struct Stand {
    float x, y, cosine, sine, angle;
};

Stand stand_of(const GlyphCluster& cluster, PathWalk& walk) {
    const PathPoint a = walk.at(cluster.left), b = walk.at(std::max(cluster.right, cluster.left + 1));
    const float angle = std::atan2(b.y - a.y, b.x - a.x);
    return {(a.x + b.x) / 2, (a.y + b.y) / 2, std::cos(angle), std::sin(angle), angle};
}

}  // namespace

std::vector<GlyphCluster> glyph_clusters(const ShapedText& text) {
    std::vector<GlyphCluster> clusters;
    for (const GlyphRun& run : text.runs) {
        const std::size_t first_of_run = clusters.size();
        for (std::size_t i = run.first; i < run.end; ++i) {
            const PlacedGlyph& glyph = text.glyphs[i];
            if (i == run.first || glyph.byte != text.glyphs[i - 1].byte)
                clusters.push_back({i, i, glyph.x, 0, run.end_byte});
            clusters.back().end = i + 1;
            clusters.back().left = std::min(clusters.back().left, glyph.x);
        }
        // A cluster's letters end where those of the one that is read next begin.
        const bool backward = run.direction == GlyphRun::Direction::right_to_left;
        for (std::size_t c = first_of_run; c + 1 < clusters.size(); ++c) {
            const std::size_t earlier = backward ? c + 1 : c, later = backward ? c : c + 1;
            clusters[earlier].end_byte = text.glyphs[clusters[later].first].byte;
        }
    }
    for (std::size_t i = 0; i < clusters.size(); ++i)
        clusters[i].right = i + 1 < clusters.size() ? clusters[i + 1].left : text.width;
    return clusters;
}

std::vector<TurnedGlyph> glyphs_along(const ShapedText& text, std::span<const PathPoint> path) {
    std::vector<TurnedGlyph> turned(text.glyphs.size());
    PathWalk walk(path);
    for (const GlyphCluster& cluster : glyph_clusters(text)) {
        const Stand stand = stand_of(cluster, walk);
        const float middle = (cluster.left + cluster.right) / 2;
        for (std::size_t i = cluster.first; i < cluster.end; ++i) {
            const float along = text.glyphs[i].x - middle, across = text.glyphs[i].y;
            turned[i] = {stand.x + along * stand.cosine - across * stand.sine,
                         stand.y + along * stand.sine + across * stand.cosine, stand.angle};
        }
    }
    return turned;
}

std::vector<TurnedBox> boxes_along(const ShapedText& text, std::span<const PathPoint> path, float ascent,
                                   float descent) {
    std::vector<TurnedBox> boxes;
    PathWalk walk(path);
    for (const GlyphCluster& cluster : glyph_clusters(text)) {
        const Stand stand = stand_of(cluster, walk);
        const float half = (cluster.right - cluster.left) / 2;
        TurnedBox box{1e9f, 1e9f, -1e9f, -1e9f};
        for (const float along : {-half, half})
            for (const float across : {-ascent, descent}) {
                const float x = stand.x + along * stand.cosine - across * stand.sine;
                const float y = stand.y + along * stand.sine + across * stand.cosine;
                box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
            }
        boxes.push_back(box);
    }
    return boxes;
}

}  // namespace chronomap
