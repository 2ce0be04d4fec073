// Winograd's transforms along one axis: outputs by products at the points 0, p, -p of each pair, and infinity (Lavin and Gray, 2015,
// section 4). For files that are compiled once for each instruction set.
#pragma once
#include "unroll.h"
#include "winograd_factors.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

template <int pairs, int outputs>
struct Axis {
  static constexpr int kOutputs = outputs;
  static constexpr int kInputs = 2 * pairs + 2;
  static constexpr int kTaps = kInputs - kOutputs + 1;
  static constexpr Factors<pairs, outputs> kFactors = {};

  ABLATE_INLINE static void transform_inputs(const Vec (&d)[kInputs], Vec (&to)[kInputs]) {
    Vec first = d[2 * pairs], last = d[2 * pairs + 1];
    each<pairs>([&](auto power) ABLATE_INLINE {
      first += kFactors.all[power] * d[2 * power];
      last += kFactors.all[power] * d[2 * power + 1];
    });
    to[0] = first;
    to[kInputs - 1] = last;
    each<pairs>([&](auto pair) ABLATE_INLINE {
      Vec even = d[2 * pairs], odd = kFactors.odd[pair][pairs - 1] * d[2 * pairs - 1];
      each<pairs - 1>([&](auto power) ABLATE_INLINE {
        even += kFactors.even[pair][power] * d[2 * power + 2];
        odd += kFactors.odd[pair][power] * d[2 * power + 1];
      });
      to[2 * pair + 1] = even + odd;
      to[2 * pair + 2] = even - odd;
    });
  }

  ABLATE_INLINE static void transform_products(const Vec (&m)[kInputs], Vec (&to)[kOutputs]) {
    Vec sums[pairs], differences[pairs];
    each<pairs>([&](auto pair) ABLATE_INLINE {
      sums[pair] = m[2 * pair + 1] + m[2 * pair + 2];
      differences[pair] = m[2 * pair + 1] - m[2 * pair + 2];
    });
    each<kOutputs>([&](auto power) ABLATE_INLINE {
      Vec value = power == 0 ? m[0] : power == kOutputs - 1 ? m[kInputs - 1] : Vec{};
      each<pairs>([&](auto pair) ABLATE_INLINE { value += kFactors.power[pair][power] * (power % 2 ? differences : sums)[pair]; });
      to[power] = value;
    });
  }

  // In double precision: it is done once.
  static void transform_weights(const double* g, double* to) {
    to[0] = g[0] / Polynomial<pairs>().factor[0];
    to[kInputs - 1] = g[kTaps - 1];
    for (int pair = 0; pair < pairs; pair++) {
      const double p = Points<pairs>::at[pair];
      double even = 0, odd = 0, power = 1 / (2 * p * p * Polynomial<pairs>(pair).value(p * p));
      for (int tap = 0; tap < kTaps; tap++, power *= p) {
        (tap % 2 ? odd : even) += power * g[tap];
      }
      to[2 * pair + 1] = even + odd;
      to[2 * pair + 2] = even - odd;
    }
  }
};

// An axis along which the kernel has one tap alone.
template <>
struct Axis<0, 1> {
  static constexpr int kOutputs = 1;
  static constexpr int kInputs = 1;
  static constexpr int kTaps = 1;

  ABLATE_INLINE static void transform_inputs(const Vec (&d)[1], Vec (&to)[1]) { to[0] = d[0]; }
  ABLATE_INLINE static void transform_products(const Vec (&m)[1], Vec (&to)[1]) { to[0] = m[0]; }
  static void transform_weights(const double* g, double* to) { to[0] = g[0]; }
};

}  // namespace
}  // namespace ABLATE_ISA
}  // namespace ablate
