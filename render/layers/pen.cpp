#include "render/layers/pen.hpp"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>

namespace chronomap {
namespace {

void set_transform(const ShaderProgram& program, const DrawWindow& window, const View& view, PlanePoint origin) {
    program.set("origin_px", static_cast<float>((origin.x - view.centre_x) / view.metres_per_px),
                static_cast<float>((origin.y - view.centre_y) / view.metres_per_px));
    program.set("px_per_metre", static_cast<float>(1 / view.metres_per_px));
    window.set_uniforms(program, view);
}

}  // namespace

FillOnGpu::FillOnGpu(const FillMesh& mesh, PlanePoint at) : origin(at) {
    buffer.upload(mesh.vertices, mesh.indices);
    least = {1e300, 1e300}, most = {-1e300, -1e300};
    for (const auto& vertex : mesh.vertices) {
        least = {std::min<double>(least.x, vertex.x), std::min<double>(least.y, vertex.y)};
        most = {std::max<double>(most.x, vertex.x), std::max<double>(most.y, vertex.y)};
    }
}

Result<Pen> Pen::create(DrawWindowPtr window) {
    Pen pen;
    pen.window_ = std::move(window);
    auto fill = ShaderProgram::create("fill");
    if (!fill) return tl::unexpected(fill.error());
    auto cover = ShaderProgram::create("cover", "fill");
    if (!cover) return tl::unexpected(cover.error());
    auto line = ShaderProgram::create("line");
    if (!line) return tl::unexpected(line.error());
    pen.fill_ = std::move(*fill);
    pen.cover_ = std::move(*cover);
    pen.line_ = std::move(*line);
    pen.whole_ = EmptyVertices::create();
    return pen;
}

void Pen::begin() const {
    const PixelWindow &part = window_->part, &clip = window_->clip;
    glViewport(clip.x - part.x, part.y + part.height - clip.y - clip.height, clip.width, clip.height);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glStencilMask(0xff);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glEnable(GL_BLEND);
    // The target is opaque: its alpha stays what it is.
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
}

void Pen::clear(Colour colour) const {
    begin();
    glClearColor(colour.r, colour.g, colour.b, 1);
    glClearStencil(0);
    glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
}

void Pen::clear_stencil() const {
    glStencilMask(0xff);
    glClearStencil(0);
    glClear(GL_STENCIL_BUFFER_BIT);
}

/// Nothing is drawn outside of the mesh's box: covering a whole picture for a small area is most of its work.
void Pen::confine_to(const View& view, const FillOnGpu& mesh) const {
    const PixelWindow& part = window_->part;
    const auto x_of = [&](double x) {
        const double px = view.width_px / 2.0 + (mesh.origin.x + x - view.centre_x) / view.metres_per_px - part.x;
        return std::clamp(px, 0.0, double(part.width));
    };
    // OpenGL counts rows from below.
    const auto y_of = [&](double y) {
        const double px = view.height_px / 2.0 - (mesh.origin.y + y - view.centre_y) / view.metres_per_px - part.y;
        return std::clamp(part.height - px, 0.0, double(part.height));
    };
    const int left = static_cast<int>(std::floor(x_of(mesh.least.x))),
              right = static_cast<int>(std::ceil(x_of(mesh.most.x)));
    const int bottom = static_cast<int>(std::floor(y_of(mesh.least.y))),
              top = static_cast<int>(std::ceil(y_of(mesh.most.y)));
    glScissor(left, bottom, std::max(0, right - left), std::max(0, top - bottom));
    glEnable(GL_SCISSOR_TEST);
}

/// Each fan turns the lowest stencil bit; what was turned an odd number of times is inside.
void Pen::mark(const View& view, const FillOnGpu& mesh) const {
    confine_to(view, mesh);
    fill_.use();
    set_transform(fill_, *window_, view, mesh.origin);
    glEnable(GL_STENCIL_TEST);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    glStencilMask(1);
    glStencilFunc(GL_ALWAYS, 0, 1);
    glStencilOp(GL_KEEP, GL_KEEP, GL_INVERT);
    mesh.buffer.draw_triangles();
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilFunc(GL_NOTEQUAL, 0, 1);
}

void Pen::cover(Colour colour) const {
    cover_.use();
    cover_.set("colour", colour.r, colour.g, colour.b, colour.a);
    whole_.draw_triangles(3);
}

void Pen::fill(const View& view, const FillOnGpu& mesh, Colour colour) const {
    if (mesh.buffer.empty()) return;
    mark(view, mesh);
    glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
    cover(colour);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_SCISSOR_TEST);
}

void Pen::begin_inside(const View& view, const FillOnGpu& mesh) const {
    mark(view, mesh);
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
}

void Pen::fill_with_bands(const View& view, const FillOnGpu& mesh, Colour colour, const LineOnGpu& edge,
                          std::span<const LineStyle> bands) const {
    if (mesh.buffer.empty()) return;
    begin_inside(view, mesh);
    cover(colour);
    for (const LineStyle& band : bands) stroke(view, edge, band);
    unmark();
}

void Pen::fill_with_ribbon(const View& view, const FillOnGpu& mesh, Colour colour, const LineOnGpu& edge,
                           const LineStyle& ribbon) const {
    if (mesh.buffer.empty()) return;
    begin_inside(view, mesh);
    cover(colour);
    glStencilOp(GL_KEEP, GL_KEEP, GL_ZERO);
    stroke(view, edge, ribbon);
    unmark();
}

void Pen::unmark() const {
    glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    cover({});
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_SCISSOR_TEST);
}

void Pen::stroke(const View& view, const LineOnGpu& mesh, const LineStyle& style) const {
    if (mesh.buffer.empty() || style.width <= 0 || style.colour.a <= 0) return;
    const auto ratio = static_cast<float>(view.pixel_ratio);
    line_.use();
    set_transform(line_, *window_, view, mesh.origin);
    line_.set("half_width_px", style.width * ratio / 2);
    line_.set("colour", style.colour.r, style.colour.g, style.colour.b, style.colour.a);
    line_.set("dash_px", style.dash[0] * ratio, style.dash[1] * ratio, style.dash[2] * ratio, style.dash[3] * ratio);
    mesh.buffer.draw_triangles();
}

}  // namespace chronomap
