// Memory that routines compute in. For files that are compiled once for each instruction set.
#pragma once
#include <cstdint>
#include <vector>

#include "vectors.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

inline int64_t round_up(int64_t value, int64_t step) { return (value + step - 1) / step * step; }

// Memory that stays with its thread, so that no call touches fresh pages; whole vectors in it do not cross cache lines.
template <int which>
float* scratch(int64_t floats) {
  thread_local std::vector<float> kept;
  if (static_cast<int64_t>(kept.size()) < floats + 16) {
    kept.assign(floats + 16, 0.0f);
  }
  return reinterpret_cast<float*>((reinterpret_cast<uintptr_t>(kept.data()) + 63) & ~uintptr_t{63});
}

}  // namespace
}  // namespace ABLATE_ISA
}  // namespace ablate
