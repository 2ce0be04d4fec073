// Vectors of the widest registers that the instruction set has. Compiled once for each, which ABLATE_ISA names.
#pragma once
#include <cstdint>

#ifndef ABLATE_ISA
#define ABLATE_ISA baseline
#endif

namespace ablate {
namespace ABLATE_ISA {
namespace {

#if defined(__AVX512F__)
constexpr int kLanes = 16;
constexpr int kRegisters = 32;
#elif defined(__AVX__)
constexpr int kLanes = 8;
constexpr int kRegisters = 16;
#elif defined(__aarch64__)
constexpr int kLanes = 4;
constexpr int kRegisters = 32;
#else
constexpr int kLanes = 4;
constexpr int kRegisters = 16;
#endif

typedef float Vec __attribute__((vector_size(kLanes * 4)));
typedef int32_t Mask __attribute__((vector_size(kLanes * 4)));
typedef uint8_t Bytes __attribute__((vector_size(kLanes)));
typedef float Loose __attribute__((vector_size(kLanes * 4), aligned(4), may_alias));
typedef uint8_t LooseBytes __attribute__((vector_size(kLanes), aligned(1), may_alias));

inline Vec load(const float* from) { return *reinterpret_cast<const Loose*>(from); }
inline void store(float* to, Vec value) { *reinterpret_cast<Loose*>(to) = value; }
inline Vec spread(float value) { return value - Vec{}; }

}  // namespace
}  // namespace ABLATE_ISA
}  // namespace ablate
