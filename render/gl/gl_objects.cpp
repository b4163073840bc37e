#include "render/gl/gl_objects.hpp"

#include <glad/gl.h>

#include <algorithm>
#include <string>

#include "render/gl/shader_sources.hpp"

namespace chronomap {

void delete_gl_buffer(unsigned name) {
    glDeleteBuffers(1, &name);
}
void delete_gl_vertex_array(unsigned name) {
    glDeleteVertexArrays(1, &name);
}
void delete_gl_texture(unsigned name) {
    glDeleteTextures(1, &name);
}
void delete_gl_framebuffer(unsigned name) {
    glDeleteFramebuffers(1, &name);
}
void delete_gl_renderbuffer(unsigned name) {
    glDeleteRenderbuffers(1, &name);
}
void delete_gl_program(unsigned name) {
    glDeleteProgram(name);
}

Result<void> load_gl(void (*(*look_up)(const char*))()) {
    const int version = gladLoadGL(look_up);
    if (version < GLAD_MAKE_VERSION(3, 3))
        return fail("this driver offers no OpenGL 3.3", {}, 0, "install Mesa: apt install libgl1-mesa-dri");
    return {};
}

void begin_drawing() {
    glFlush();
}

void bind_framebuffer(unsigned framebuffer) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

namespace {

Result<unsigned> compile(unsigned kind, const std::string& name) {
    const std::string_view source = shader_source(name);
    const unsigned shader = glCreateShader(kind);
    const char* text = source.data();
    const int length = static_cast<int>(source.size());
    glShaderSource(shader, 1, &text, &length);
    glCompileShader(shader);
    int compiled = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
    if (compiled) return shader;
    char log[2000] = "";
    glGetShaderInfoLog(shader, sizeof log, nullptr, log);
    glDeleteShader(shader);
    return fail("the driver does not compile the shader " + name + ": " + log);
}

}  // namespace

Result<ShaderProgram> ShaderProgram::create(std::string_view vertex, std::string_view fragment) {
    const auto vertex_shader = compile(GL_VERTEX_SHADER, std::string(vertex) + ".vert");
    if (!vertex_shader) return tl::unexpected(vertex_shader.error());
    const auto fragment_shader = compile(GL_FRAGMENT_SHADER, std::string(fragment) + ".frag");
    if (!fragment_shader) {
        glDeleteShader(*vertex_shader);
        return tl::unexpected(fragment_shader.error());
    }
    ShaderProgram program;
    program.program_ = GlName<delete_gl_program>(glCreateProgram());
    glAttachShader(program.program_.get(), *vertex_shader);
    glAttachShader(program.program_.get(), *fragment_shader);
    glLinkProgram(program.program_.get());
    glDeleteShader(*vertex_shader);
    glDeleteShader(*fragment_shader);
    int linked = 0;
    glGetProgramiv(program.program_.get(), GL_LINK_STATUS, &linked);
    if (linked) return program;
    char log[2000] = "";
    glGetProgramInfoLog(program.program_.get(), sizeof log, nullptr, log);
    return fail("the driver does not link the shader " + std::string(vertex) + ": " + log);
}

void ShaderProgram::use() const {
    glUseProgram(program_.get());
}
void ShaderProgram::set(const char* name, float x) const {
    glUniform1f(glGetUniformLocation(program_.get(), name), x);
}
void ShaderProgram::set(const char* name, float x, float y) const {
    glUniform2f(glGetUniformLocation(program_.get(), name), x, y);
}
void ShaderProgram::set(const char* name, float x, float y, float z, float w) const {
    glUniform4f(glGetUniformLocation(program_.get(), name), x, y, z, w);
}
void ShaderProgram::set(const char* name, int value) const {
    glUniform1i(glGetUniformLocation(program_.get(), name), value);
}

VertexBuffer::VertexBuffer(std::initializer_list<VertexAttribute> attributes) {
    unsigned name = 0;
    glGenVertexArrays(1, &name);
    array_ = GlName<delete_gl_vertex_array>(name);
    glGenBuffers(1, &name);
    vertices_ = GlName<delete_gl_buffer>(name);
    glGenBuffers(1, &name);
    indices_ = GlName<delete_gl_buffer>(name);
    for (const VertexAttribute& attribute : attributes) stride_ += attribute.components * sizeof(float);
    glBindVertexArray(array_.get());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.get());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.get());
    unsigned location = 0;
    std::size_t offset = 0;
    for (const VertexAttribute& attribute : attributes) {
        glEnableVertexAttribArray(location);
        glVertexAttribPointer(location, attribute.components, GL_FLOAT, GL_FALSE, static_cast<int>(stride_),
                              reinterpret_cast<const void*>(offset));
        offset += attribute.components * sizeof(float);
        ++location;
    }
    glBindVertexArray(0);
}

void VertexBuffer::upload(std::span<const std::byte> bytes, std::span<const std::uint32_t> indices) {
    glBindVertexArray(array_.get());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.get());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), GL_STATIC_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size_bytes()), indices.data(),
                 GL_STATIC_DRAW);
    glBindVertexArray(0);
    vertex_count_ = stride_ ? bytes.size() / stride_ : 0;
    index_count_ = indices.size();
}

void VertexBuffer::draw_triangles() const {
    if (vertex_count_ == 0) return;
    glBindVertexArray(array_.get());
    if (index_count_ > 0)
        glDrawElements(GL_TRIANGLES, static_cast<int>(index_count_), GL_UNSIGNED_INT, nullptr);
    else
        glDrawArrays(GL_TRIANGLES, 0, static_cast<int>(vertex_count_));
    glBindVertexArray(0);
}

EmptyVertices EmptyVertices::create() {
    EmptyVertices made;
    unsigned name = 0;
    glGenVertexArrays(1, &name);
    made.array_ = GlName<delete_gl_vertex_array>(name);
    return made;
}

void EmptyVertices::draw_triangles(int vertices) const {
    glBindVertexArray(array_.get());
    glDrawArrays(GL_TRIANGLES, 0, vertices);
    glBindVertexArray(0);
}

Texture Texture::create(int width, int height, PixelFormat format, const void* pixels) {
    Texture texture;
    unsigned name = 0;
    glGenTextures(1, &name);
    texture.name_ = GlName<delete_gl_texture>(name);
    texture.format_ = format;
    texture.width_ = width;
    texture.height_ = height;
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    const bool red = format == PixelFormat::red8;
    glTexImage2D(GL_TEXTURE_2D, 0, red ? GL_R8 : GL_RGBA8, width, height, 0, red ? GL_RED : GL_RGBA, GL_UNSIGNED_BYTE,
                 pixels);
    return texture;
}

void Texture::update(int x, int y, int width, int height, const void* pixels) {
    glBindTexture(GL_TEXTURE_2D, name_.get());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, format_ == PixelFormat::red8 ? GL_RED : GL_RGBA,
                    GL_UNSIGNED_BYTE, pixels);
}

void Texture::bind(int unit) const {
    glActiveTexture(GL_TEXTURE0 + unit);
    glBindTexture(GL_TEXTURE_2D, name_.get());
    glActiveTexture(GL_TEXTURE0);
}

Result<RenderTarget> RenderTarget::create(int width, int height) {
    int texture_limit = 0, buffer_limit = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture_limit);
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &buffer_limit);
    const int limit = std::min(texture_limit, buffer_limit);
    const std::string size = std::to_string(width) + "x" + std::to_string(height);
    if (width < 1 || height < 1) return fail("an image of " + size + " pixels cannot be drawn");
    if (width > limit || height > limit)
        return fail("an image of " + size + " pixels is larger than this driver draws", {}, 0,
                    "at most " + std::to_string(limit) + "x" + std::to_string(limit));
    RenderTarget target;
    target.colour_ = Texture::create(width, height, PixelFormat::rgba8);
    unsigned name = 0;
    glGenRenderbuffers(1, &name);
    target.stencil_ = GlName<delete_gl_renderbuffer>(name);
    glBindRenderbuffer(GL_RENDERBUFFER, name);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_STENCIL_INDEX8, width, height);
    glGenFramebuffers(1, &name);
    target.framebuffer_ = GlName<delete_gl_framebuffer>(name);
    glBindFramebuffer(GL_FRAMEBUFFER, name);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, target.colour_.name(), 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_STENCIL_ATTACHMENT, GL_RENDERBUFFER, target.stencil_.get());
    const bool whole = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (!whole) return fail("the driver has no memory for an image of " + size + " pixels");
    return target;
}

void RenderTarget::blit(unsigned framebuffer, const PixelRectangle& from, const PixelRectangle& to_from_below) const {
    const PixelRectangle& to = to_from_below;
    const int bottom = height() - from.top - from.height;  // OpenGL counts from below
    const bool stretched = from.width != to.width || from.height != to.height;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.get());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glBlitFramebuffer(from.left, bottom, from.left + from.width, bottom + from.height, to.left, to.top,
                      to.left + to.width, to.top + to.height, GL_COLOR_BUFFER_BIT,
                      stretched ? GL_LINEAR : GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

void RenderTarget::copy_to(unsigned framebuffer, const PixelRectangle& from, int to_width, int to_height) const {
    blit(framebuffer, from, {0, 0, to_width, to_height});
}

void RenderTarget::copy_to_window(const PixelRectangle& to, int window_height) const {
    blit(0, {0, 0, width(), height()}, {to.left, window_height - to.top - to.height, to.width, to.height});
}

std::vector<std::uint8_t> RenderTarget::read() const {
    return read_pixels(framebuffer_.get(), width(), height());
}

int most_viewport_side_px() {
    int sides[2] = {0, 0};
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, sides);
    return std::min(sides[0], sides[1]);
}

void finish_drawing() {
    glFinish();
}

std::vector<std::uint8_t> read_pixels(unsigned framebuffer, int width, int height, int x, int y) {
    const std::size_t row = static_cast<std::size_t>(width) * 4;
    std::vector<std::uint8_t> pixels(row * height);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(x, y, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    for (int i = 0; i < height / 2; ++i)
        std::swap_ranges(pixels.begin() + i * row, pixels.begin() + (i + 1) * row,
                         pixels.begin() + (height - 1 - i) * row);
    return pixels;
}

}  // namespace chronomap
