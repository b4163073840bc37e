#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/base/result.hpp"

namespace chronomap {

/// OpenGL's name of an object that is deleted with it. Move-only; lives and dies on the GL thread. 0: none.
template <void (*Delete)(unsigned)>
class GlName {
  public:
    GlName() = default;
    explicit GlName(unsigned name) : name_(name) {}
    GlName(GlName&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlName& operator=(GlName&& other) noexcept {
        if (this != &other) {
            if (name_) Delete(name_);
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }
    ~GlName() {
        if (name_) Delete(name_);
    }
    unsigned get() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

  private:
    unsigned name_ = 0;
};

void delete_gl_buffer(unsigned name);
void delete_gl_vertex_array(unsigned name);
void delete_gl_texture(unsigned name);
void delete_gl_framebuffer(unsigned name);
void delete_gl_renderbuffer(unsigned name);
void delete_gl_program(unsigned name);

/// Loads OpenGL's functions for the current context through `look_up`. Error: less than OpenGL 3.3.
Result<void> load_gl(void (*(*look_up)(const char*))());

/// Lets the driver begin with what was drawn so far, while the caller goes on.
void begin_drawing();

/// What is drawn from now on goes into this framebuffer (0: the window).
void bind_framebuffer(unsigned framebuffer);

/// A vertex and a fragment shader of assets/shaders, linked.
class ShaderProgram {
  public:
    ShaderProgram() = default;
    /// "line" gives line.vert and line.frag. Error: the driver's own message.
    static Result<ShaderProgram> create(std::string_view vertex, std::string_view fragment);
    static Result<ShaderProgram> create(std::string_view name) { return create(name, name); }

    void use() const;
    /// Uniforms; the program must be in use. A name that the shader does not have is ignored.
    void set(const char* name, float x) const;
    void set(const char* name, float x, float y) const;
    void set(const char* name, float x, float y, float z, float w) const;
    void set(const char* name, int value) const;

  private:
    GlName<delete_gl_program> program_;
};

/// One attribute of interleaved vertices: `components` floats.
struct VertexAttribute {
    int components;
};

/// Vertices with optional indices on the GPU. Every attribute is made of floats, in order of location.
class VertexBuffer {
  public:
    VertexBuffer() = default;
    explicit VertexBuffer(std::initializer_list<VertexAttribute> attributes);

    /// Replaces all vertices; `bytes` is whole vertices.
    void upload(std::span<const std::byte> bytes, std::span<const std::uint32_t> indices = {});
    template <class Vertex>
    void upload(const std::vector<Vertex>& vertices, const std::vector<std::uint32_t>& indices = {}) {
        upload(std::as_bytes(std::span(vertices)), std::span(indices));
    }
    bool empty() const { return vertex_count_ == 0; }
    void draw_triangles() const;  ///< by index where there are indices

  private:
    GlName<delete_gl_vertex_array> array_;
    GlName<delete_gl_buffer> vertices_;
    GlName<delete_gl_buffer> indices_;
    std::size_t stride_ = 0;
    std::size_t vertex_count_ = 0;
    std::size_t index_count_ = 0;
};

/// A vertex array without attributes, for shaders that make their own vertices.
class EmptyVertices {
  public:
    static EmptyVertices create();
    void draw_triangles(int vertices) const;

  private:
    GlName<delete_gl_vertex_array> array_;
};

enum class PixelFormat : std::uint8_t { rgba8, red8 };

/// A two-dimensional texture, linear filter, clamped to its edge.
class Texture {
  public:
    static Texture create(int width, int height, PixelFormat format, const void* pixels = nullptr);
    /// Replaces a rectangle; rows are packed without padding.
    void update(int x, int y, int width, int height, const void* pixels);
    void bind(int unit) const;
    unsigned name() const { return name_.get(); }
    int width() const { return width_; }
    int height() const { return height_; }

  private:
    GlName<delete_gl_texture> name_;
    PixelFormat format_ = PixelFormat::rgba8;
    int width_ = 0;
    int height_ = 0;
};

struct PixelRectangle {
    int left, top, width, height;
};

/// Something to draw into: RGBA8 colour with a stencil beside it.
class RenderTarget {
  public:
    RenderTarget() = default;
    /// Error: larger than the driver can.
    static Result<RenderTarget> create(int width, int height);
    unsigned framebuffer() const { return framebuffer_.get(); }
    unsigned texture() const { return colour_.name(); }
    int width() const { return colour_.width(); }
    int height() const { return colour_.height(); }
    /// Copies the colour of a rectangle, in pixels from the upper left corner, to (0, 0, width, height) of another
    /// framebuffer, stretched where the sizes differ.
    void copy_to(unsigned framebuffer, const PixelRectangle& from, int to_width, int to_height) const;
    /// Copies all of it to a rectangle of a window of that height, from its upper left corner.
    void copy_to_window(const PixelRectangle& to, int window_height) const;
    /// RGBA, rows from the top.
    std::vector<std::uint8_t> read() const;

  private:
    /// `to_from_below`: its top counts from the lower edge.
    void blit(unsigned framebuffer, const PixelRectangle& from, const PixelRectangle& to_from_below) const;

    GlName<delete_gl_framebuffer> framebuffer_;
    GlName<delete_gl_renderbuffer> stencil_;
    Texture colour_;
};

/// The widest and highest viewport of this driver.
int most_viewport_side_px();

/// Waits until all that was asked of the driver is drawn; for measuring.
void finish_drawing();

/// Reads a rectangle of a framebuffer (0: the window), whose lower left corner is (x, y): RGBA, rows from the top.
std::vector<std::uint8_t> read_pixels(unsigned framebuffer, int width, int height, int x = 0, int y = 0);

}  // namespace chronomap
