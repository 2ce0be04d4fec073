// Winograd's transforms along one axis: four outputs by products at the points 0, p, -p of each pair, and infinity (Lavin and Gray, 2015,
// section 4). For files that are compiled once for each instruction set.
#pragma once
#include "vectors.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

// The points above 0, chosen for their rounding errors: with 1 and 2, the usual ones for two, they are three times as large.
template <int pairs> struct Points;
template <> struct Points<2> { static constexpr double at[] = {0.625, 1.5}; };
template <> struct Points<3> { static constexpr double at[] = {0.5, 1, 2}; };
template <> struct Points<4> { static constexpr double at[] = {0.375, 0.75, 1.25, 2.5}; };

// The product of all y - p * p, or of all but one's: the factors of 1, y, y * y and so on.
template <int pairs>
struct Polynomial {
  double factor[pairs + 1] = {1};

  constexpr explicit Polynomial(int left_out = -1) {
    int degree = 0;
    for (int pair = 0; pair < pairs; pair++) {
      if (pair != left_out) {
        const double square = Points<pairs>::at[pair] * Points<pairs>::at[pair];
        degree += 1;
        for (int power = degree; power > 0; power--) {
          factor[power] = factor[power - 1] - square * factor[power];
        }
        factor[0] *= -square;
      }
    }
  }

  constexpr double value(double y) const {
    double sum = 0;
    for (int power = pairs; power >= 0; power--) {
      sum = sum * y + factor[power];
    }
    return sum;
  }
};

template <int pairs>
struct Axis {
  static constexpr int kOutputs = 4;
  static constexpr int kInputs = 2 * pairs + 2;
  static constexpr int kTaps = kInputs - kOutputs + 1;

  static void transform_inputs(const Vec (&d)[kInputs], Vec (&to)[kInputs]) {
    constexpr Polynomial<pairs> all;
    to[0] = d[2 * pairs];
    to[kInputs - 1] = d[2 * pairs + 1];
    for (int power = 0; power < pairs; power++) {
      to[0] += static_cast<float>(all.factor[power]) * d[2 * power];
      to[kInputs - 1] += static_cast<float>(all.factor[power]) * d[2 * power + 1];
    }
#pragma GCC unroll 8
    for (int pair = 0; pair < pairs; pair++) {
      const Polynomial<pairs> others(pair);
      const double point = Points<pairs>::at[pair];
      Vec even = d[2 * pairs], odd = static_cast<float>(point) * d[2 * pairs - 1];
#pragma GCC unroll 8
      for (int power = 0; power < pairs - 1; power++) {
        even += static_cast<float>(others.factor[power]) * d[2 * power + 2];
        odd += static_cast<float>(others.factor[power] * point) * d[2 * power + 1];
      }
      to[2 * pair + 1] = even + odd;
      to[2 * pair + 2] = even - odd;
    }
  }

  static void transform_products(const Vec (&m)[kInputs], Vec (&to)[kOutputs]) {
    to[0] = m[0];
    to[1] = Vec{};
    to[2] = Vec{};
    to[3] = m[kInputs - 1];
#pragma GCC unroll 8
    for (int pair = 0; pair < pairs; pair++) {
      const double p = Points<pairs>::at[pair];
      const Vec sum = m[2 * pair + 1] + m[2 * pair + 2], difference = m[2 * pair + 1] - m[2 * pair + 2];
      to[0] += sum;
      to[1] += static_cast<float>(p) * difference;
      to[2] += static_cast<float>(p * p) * sum;
      to[3] += static_cast<float>(p * p * p) * difference;
    }
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
struct Axis<0> {
  static constexpr int kOutputs = 1;
  static constexpr int kInputs = 1;
  static constexpr int kTaps = 1;

  static void transform_inputs(const Vec (&d)[1], Vec (&to)[1]) { to[0] = d[0]; }
  static void transform_products(const Vec (&m)[1], Vec (&to)[1]) { to[0] = m[0]; }
  static void transform_weights(const double* g, double* to) { to[0] = g[0]; }
};

}  // namespace
}  // namespace ABLATE_ISA
}  // namespace ablate
