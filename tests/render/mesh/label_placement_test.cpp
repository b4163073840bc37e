#include "render/mesh/label_placement.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace chronomap;

namespace {

constexpr int width = 800, height = 600;

PixelBox box_of(const LabelRequest& label, const LabelPosition& at) {
    return {at.x, at.baseline - label.ascent * 0.8, at.x + label.width, at.baseline + label.descent * 0.8};
}

std::vector<LabelRequest> random_labels(unsigned seed, int count) {
    std::mt19937 random(seed);
    const auto between = [&](double low, double high) {
        return low + (high - low) * (static_cast<double>(random()) / 4294967295.0);
    };
    std::vector<LabelRequest> labels;
    for (int i = 0; i < count; ++i)
        labels.push_back({between(0, width), between(0, height), between(20, 140), 10, 3, between(2, 12), 2,
                          i % 5 == 0 ? LabelAnchor::centred : LabelAnchor::beside});
    return labels;
}

}  // namespace

TEST_CASE("placed labels overlap neither each other nor what was there, and lie whole in the image") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const auto labels = random_labels(seed, 300);
        const PixelBox block{500, 400, 800, 600};
        OccupiedBoxes occupied(width, height);
        occupied.add(block);
        const auto positions = place_labels(labels, occupied, width, height);
        std::vector<PixelBox> boxes{block};
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (positions[i]) boxes.push_back(box_of(labels[i], *positions[i]));
        CHECK(boxes.size() > 40);
        int overlaps = 0, outside = 0;
        for (std::size_t a = 0; a < boxes.size(); ++a) {
            for (std::size_t b = a + 1; b < boxes.size(); ++b) overlaps += boxes[a].meets(boxes[b]);
            outside += boxes[a].left < 0 || boxes[a].top < 0 || boxes[a].right > width || boxes[a].bottom > height;
        }
        CHECK(overlaps == 0);
        CHECK(outside == 0);
    }
}

TEST_CASE("placement is the same every time") {
    const auto labels = random_labels(7, 200);
    OccupiedBoxes first(width, height), second(width, height);
    const auto a = place_labels(labels, first, width, height), b = place_labels(labels, second, width, height);
    for (std::size_t i = 0; i < a.size(); ++i) {
        REQUIRE(a[i].has_value() == b[i].has_value());
        if (a[i]) CHECK((a[i]->x == b[i]->x && a[i]->baseline == b[i]->baseline));
    }
}

TEST_CASE("a label with room stands right of its symbol; at the right edge it stands left of it") {
    OccupiedBoxes occupied(width, height);
    const std::vector<LabelRequest> labels{{100, 300, 80, 10, 3, 6, 2, LabelAnchor::beside},
                                           {780, 100, 80, 10, 3, 6, 2, LabelAnchor::beside}};
    const auto positions = place_labels(labels, occupied, width, height);
    REQUIRE(positions[0]);
    REQUIRE(positions[1]);
    CHECK(positions[0]->x >= 106);
    CHECK(positions[1]->x + 80 <= 774);
}

TEST_CASE("the earlier of two labels for the same room gets it") {
    OccupiedBoxes occupied(width, height);
    occupied.add({0, 0, 800, 290});
    occupied.add({0, 310, 800, 600});
    const LabelRequest label{400, 300, 700, 10, 3, 2, 2, LabelAnchor::centred};
    const auto positions = place_labels({label, label}, occupied, width, height);
    CHECK(positions[0]);
    CHECK_FALSE(positions[1]);
}

TEST_CASE("a later label does not hide the symbol of an earlier one") {
    OccupiedBoxes occupied(width, height);
    const LabelRequest town{400, 300, 60, 10, 3, 4, 2, LabelAnchor::beside};
    const LabelRequest over_it{370, 300, 50, 10, 3, 0, 2, LabelAnchor::centred};
    const auto positions = place_labels({town, over_it}, occupied, width, height);
    REQUIRE(positions[0]);
    if (positions[1]) CHECK_FALSE(box_of(over_it, *positions[1]).meets({396, 296, 404, 304}));
}

TEST_CASE("a name keeps off the dots kept for later ones, but takes their room rather than be left out") {
    const LabelRequest event{400, 300, 60, 10, 3, 4, 2, LabelAnchor::beside};
    LabelRequest capital{440, 300, 60, 10, 3, 4, 2, LabelAnchor::beside};
    capital.dot = 4;
    capital.keeps_dot = true;
    OccupiedBoxes roomy(width, height);
    const auto both = place_labels({event, capital}, roomy, width, height);
    REQUIRE(both[0]);
    CHECK(both[1]);
    CHECK_FALSE(box_of(event, *both[0]).meets({436, 296, 444, 304}));

    LabelRequest over = event;
    over.insists = true;
    for (const LabelRequest& first : {event, over}) {
        OccupiedBoxes narrow(width, height);
        narrow.add({0, 0, 800, 290});
        narrow.add({0, 310, 800, 600});
        narrow.add({0, 0, 395, 600});
        const auto positions = place_labels({first, capital}, narrow, width, height);
        CHECK(positions[0].has_value() == first.insists);
        CHECK(positions[1].has_value() != first.insists);
    }
}

TEST_CASE("a label wider than the image is left out") {
    OccupiedBoxes occupied(width, height);
    CHECK_FALSE(place_labels({{400, 300, 900, 10, 3, 2, 2, LabelAnchor::centred}}, occupied, width, height)[0]);
}
