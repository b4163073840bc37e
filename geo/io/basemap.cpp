#include "geo/io/basemap.hpp"

#include <cassert>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "geo/io/basemap_format.hpp"

namespace chronomap {

using basemap_format::Header;
using basemap_format::Part;
using basemap_format::Range;

struct Basemap::Impl {
    const std::byte* bytes = nullptr;
    std::size_t size = 0;
    const Header* header = nullptr;

    ~Impl() {
        if (bytes) munmap(const_cast<std::byte*>(bytes), size);
    }
    template <class T>
    const T* at(std::uint64_t offset) const {
        return reinterpret_cast<const T*>(bytes + offset);
    }
    const Range& range(BasemapLayer layer, int level) const {
        return at<Range>(header->directory_at)[static_cast<std::size_t>(layer) * header->levels + level];
    }
};

namespace {

template <class T>
bool holds(const Header& header, std::uint64_t offset, std::uint64_t count) {
    return offset % alignof(T) == 0 && offset <= header.file_bytes && count <= (header.file_bytes - offset) / sizeof(T);
}

bool sections_fit(const Header& h) {
    return h.layers == static_cast<std::uint32_t>(BasemapLayer::count_) && h.levels > 0 && h.levels < 64 &&
           holds<Range>(h, h.directory_at, std::uint64_t{h.layers} * h.levels) &&
           holds<double>(h, h.tolerances_at, h.levels) && holds<BasemapFeature>(h, h.features_at, h.feature_count) &&
           holds<Part>(h, h.parts_at, h.part_count) && holds<PackedPoint>(h, h.points_at, h.point_count) &&
           holds<char>(h, h.text_at, h.text_bytes) && h.text_bytes > 0 && h.source_count < h.text_bytes;
}

}  // namespace

Result<std::shared_ptr<const Basemap>> Basemap::open(const std::string& path) {
    const char* remedy = "build the target chronomap_packs, or set CHRONOMAP_ASSETS";
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail("cannot open the basemap: " + std::string(std::strerror(errno)), path, 0, remedy);
    struct stat status {};
    const bool sized = fstat(file, &status) == 0 && status.st_size >= static_cast<off_t>(sizeof(Header));
    void* mapped = sized ? mmap(nullptr, status.st_size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    ::close(file);
    if (!sized) return fail("this is not a basemap pack: too short", path, 0, remedy);
    if (mapped == MAP_FAILED) return fail("cannot map the basemap: " + std::string(std::strerror(errno)), path);

    auto impl = std::make_unique<Impl>();
    impl->bytes = static_cast<const std::byte*>(mapped);
    impl->size = status.st_size;
    impl->header = reinterpret_cast<const Header*>(mapped);
    const Header& header = *impl->header;
    if (std::memcmp(header.magic, basemap_format::magic, sizeof header.magic) != 0)
        return fail("this is not a basemap pack, or one of another version", path, 0, remedy);
    if (header.file_bytes != impl->size || !sections_fit(header) ||
        impl->at<char>(header.text_at)[header.text_bytes - 1] != '\0')
        return fail("the basemap pack is damaged or incomplete", path, 0, remedy);
    for (std::uint32_t i = 0; i < header.layers * header.levels; ++i) {
        const Range& range = impl->at<Range>(header.directory_at)[i];
        if (range.first > header.feature_count || range.count > header.feature_count - range.first)
            return fail("the basemap pack is damaged", path, 0, remedy);
    }
    return std::shared_ptr<const Basemap>(new Basemap(std::move(impl)));
}

Basemap::Basemap(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Basemap::~Basemap() = default;

int Basemap::levels() const {
    return static_cast<int>(impl_->header->levels);
}

double Basemap::tolerance_degrees(int level) const {
    assert(level >= 0 && level < levels());
    return impl_->at<double>(impl_->header->tolerances_at)[level];
}

std::span<const BasemapFeature> Basemap::features(BasemapLayer layer, int level) const {
    assert(level >= 0 && level < levels());
    const Range& range = impl_->range(layer, level);
    return {impl_->at<BasemapFeature>(impl_->header->features_at) + range.first, range.count};
}

std::span<const PackedPoint> Basemap::part(const BasemapFeature& feature, std::size_t i) const {
    const std::uint64_t index = feature.first_part + i;
    if (i >= feature.part_count || index >= impl_->header->part_count) return {};
    const Part& part = impl_->at<Part>(impl_->header->parts_at)[index];
    if (std::uint64_t{part.first} + part.count > impl_->header->point_count) return {};
    return {impl_->at<PackedPoint>(impl_->header->points_at) + part.first, part.count};
}

std::string_view Basemap::text(std::uint32_t offset) const {
    if (offset >= impl_->header->text_bytes) return {};
    return impl_->at<char>(impl_->header->text_at) + offset;
}

std::vector<std::string> Basemap::sources() const {
    std::vector<std::string> sources;
    std::uint32_t offset = 1;  // after the empty string
    for (std::uint64_t i = 0; i < impl_->header->source_count; ++i) {
        sources.emplace_back(text(offset));
        offset += sources.back().size() + 1;
    }
    return sources;
}

}  // namespace chronomap
