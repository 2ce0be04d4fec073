// What Winograd's transforms along one axis multiply with. For files that are compiled once for each instruction set.
#pragma once
#include "vectors.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

// The points above 0, chosen for their rounding errors: with 1 and 2, the usual ones for two pairs, they are three times as large.
template <int pairs> struct Points;
template <> struct Points<2> { static constexpr double at[] = {0.625, 1.5}; };
template <> struct Points<3> { static constexpr double at[] = {0.5, 1, 2}; };
template <> struct Points<5> { static constexpr double at[] = {0.375, 0.75, 1, 1.5, 2.5}; };

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

template <int pairs, int outputs>
struct Factors {
  float all[pairs + 1] = {};
  // Of the product of all pairs but one, and the same times that one's point.
  float even[pairs][pairs] = {};
  float odd[pairs][pairs] = {};
  float power[pairs][outputs] = {};

  constexpr Factors() {
    for (int at = 0; at <= pairs; at++) {
      all[at] = static_cast<float>(Polynomial<pairs>().factor[at]);
    }
    for (int pair = 0; pair < pairs; pair++) {
      const double point = Points<pairs>::at[pair];
      for (int at = 0; at < pairs; at++) {
        even[pair][at] = static_cast<float>(Polynomial<pairs>(pair).factor[at]);
        odd[pair][at] = static_cast<float>(Polynomial<pairs>(pair).factor[at] * point);
      }
      double value = 1;
      for (int at = 0; at < outputs; at++, value *= point) {
        power[pair][at] = static_cast<float>(value);
      }
    }
  }
};

}  // namespace
}  // namespace ABLATE_ISA
}  // namespace ablate
