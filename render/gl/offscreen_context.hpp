#pragma once

#include <memory>

#include "geo/base/result.hpp"

namespace chronomap {

/// An OpenGL 3.3 core context without window, display or X server (EGL, surfaceless). May be made on one thread and
/// used on another; current on one at a time.
class OffscreenContext {
  public:
    /// Error: no EGL, or no OpenGL 3.3; names the remedy.
    static Result<OffscreenContext> create();
    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;
    ~OffscreenContext();

    /// Makes it current on this thread and loads OpenGL's functions.
    Result<void> make_current();
    void release();

  private:
    struct Impl;
    explicit OffscreenContext(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
