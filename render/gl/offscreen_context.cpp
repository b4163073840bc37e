#include "render/gl/offscreen_context.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include "render/gl/gl_objects.hpp"

namespace chronomap {

struct OffscreenContext::Impl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    ~Impl() {
        if (display == EGL_NO_DISPLAY) return;
        if (eglGetCurrentContext() == context) eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
        // The display is not terminated: it is shared by all contexts of the process.
    }
};

OffscreenContext::OffscreenContext(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

Result<OffscreenContext> OffscreenContext::create() {
    const char* remedy = "install Mesa: apt install libegl1 libegl-mesa0 libgl1-mesa-dri";
    auto impl = std::make_unique<Impl>();
    impl->display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (impl->display == EGL_NO_DISPLAY) impl->display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    if (impl->display == EGL_NO_DISPLAY || !eglInitialize(impl->display, nullptr, nullptr))
        return fail("EGL does not start", {}, 0, remedy);
    if (!eglBindAPI(EGL_OPENGL_API)) return fail("EGL offers no OpenGL", {}, 0, remedy);
    const EGLint config_wishes[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE};
    EGLConfig config{};
    EGLint found = 0;
    if (!eglChooseConfig(impl->display, config_wishes, &config, 1, &found) || found == 0)
        return fail("EGL offers no OpenGL", {}, 0, remedy);
    const EGLint context_wishes[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    impl->context = eglCreateContext(impl->display, config, EGL_NO_CONTEXT, context_wishes);
    if (impl->context == EGL_NO_CONTEXT) return fail("this driver offers no OpenGL 3.3", {}, 0, remedy);
    return OffscreenContext(std::move(impl));
}

Result<void> OffscreenContext::make_current() {
    eglBindAPI(EGL_OPENGL_API);  // each thread has its own
    if (!eglMakeCurrent(impl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl_->context))
        return fail("EGL does not let this thread draw");
    return load_gl(eglGetProcAddress);
}

void OffscreenContext::release() {
    eglMakeCurrent(impl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
}

}  // namespace chronomap
