// Compiled once for each instruction set, which ABLATE_ISA names. Of a window's four sums only the pooled one has a gradient, and
// none where relu made it 0.
#include "conv_rows.h"
#include "parallel.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

constexpr int64_t kFirstCache = 20480;
constexpr int kRunVecs = kRegisters == 32 ? 8 : 4;  // vectors of a run in registers, times three rows

// A window's gradient for one filter, and where the run of its three pixels begins.
struct Live {
  int32_t at;
  float gradient;
};

constexpr int64_t kMostWindows = 64;

// Those of some windows of a row, without the dead ones.
int64_t collect(const ConvReluPool& s, const uint8_t* choice, const float* d_pooled, int64_t windows, int64_t first, int64_t stride, Live* live) {
  const int32_t steps[5] = {0, static_cast<int32_t>(s.channels), static_cast<int32_t>(stride), static_cast<int32_t>(stride + s.channels), 0};
  int32_t at = static_cast<int32_t>(2 * first * s.channels);
  int64_t count = 0;
  for (int64_t window = 0; window < windows; window++) {
    const uint8_t which = choice[window * s.filters];
    live[count] = {at + steps[which], d_pooled[window * s.filters]};
    count += which != kDead;
    at += static_cast<int32_t>(2 * s.channels);
  }
  return count;
}

// How many windows at a time: their pixels shall stay in the first cache.
int64_t windows_at_once(const ConvReluPool& s) {
  return std::clamp<int64_t>(kFirstCache / (32 * s.channels) - 1, 4, kMostWindows);
}

// sums[ky] += gradient * pixels of row ky, for `vecs` vectors of the run. Few sums are kept several times, since each addition waits for the last.
template <int vecs>
void add_products(const float* pixels, int64_t pixels_stride, const Live* live, int64_t count, float* sums, int64_t stride) {
  constexpr int kCopies = vecs == 1 ? 4 : vecs == 2 ? 2 : 1;
  Vec acc[kCopies][3][vecs] = {};
  int64_t each = 0;
  for (; each + kCopies <= count; each += kCopies) {
    for (int copy = 0; copy < kCopies; copy++) {
      const Vec gradient = spread(live[each + copy].gradient);
      const float* from = pixels + live[each + copy].at;
      for (int ky = 0; ky < 3; ky++) {
        for (int v = 0; v < vecs; v++) {
          acc[copy][ky][v] += gradient * load(from + ky * pixels_stride + v * kLanes);
        }
      }
    }
  }
  for (; each < count; each++) {
    const Vec gradient = spread(live[each].gradient);
    const float* from = pixels + live[each].at;
    for (int ky = 0; ky < 3; ky++) {
      for (int v = 0; v < vecs; v++) {
        acc[0][ky][v] += gradient * load(from + ky * pixels_stride + v * kLanes);
      }
    }
  }
  for (int ky = 0; ky < 3; ky++) {
    for (int v = 0; v < vecs; v++) {
      Vec total = acc[0][ky][v];
      for (int copy = 1; copy < kCopies; copy++) {
        total += acc[copy][ky][v];
      }
      float* to = sums + ky * stride + v * kLanes;
      store(to, load(to) + total);
    }
  }
}

template <int vecs>
void scatter_products(float* pixels, int64_t pixels_stride, const Live* live, int64_t count, const float* weights, int64_t stride) {
  Vec w[3][vecs];
  for (int ky = 0; ky < 3; ky++) {
    for (int v = 0; v < vecs; v++) {
      w[ky][v] = load(weights + ky * stride + v * kLanes);
    }
  }
  for (const Live* each = live; each < live + count; each++) {
    const Vec gradient = spread(each->gradient);
    for (int ky = 0; ky < 3; ky++) {
      for (int v = 0; v < vecs; v++) {
        float* to = pixels + each->at + ky * pixels_stride + v * kLanes;
        store(to, load(to) + gradient * w[ky][v]);
      }
    }
  }
}

// Calls act<n>(offset) for parts of a run, each of at most kRunVecs vectors.
#define ABLATE_FOR_PARTS(run_vecs, act)                                  \
  for (int64_t part = 0; part < (run_vecs); part += kRunVecs) {          \
    const int64_t offset = part * kLanes;                                \
    switch (std::min<int64_t>(kRunVecs, (run_vecs) - part)) {            \
      case 1: act(1); break;                                             \
      case 2: act(2); break;                                             \
      case 3: act(3); break;                                             \
      case 4: act(4); break;                                             \
      case 5: act(5); break;                                             \
      case 6: act(6); break;                                             \
      case 7: act(7); break;                                             \
      default: act(8); break;                                            \
    }                                                                    \
  }

// Pictures are summed in so many groups, whatever the number of threads, so that the sums always come out the same.
int64_t group_count(const ConvReluPool& s, int64_t floats) {
  return std::min<int64_t>(s.images, std::clamp<int64_t>((int64_t{1} << 24) / floats, 4, 32));
}

void add_picture(const ConvReluPool& s, const float* picture, const uint8_t* choice, const float* d_pooled, float* sums, int64_t run, float* d_bias) {
  const int64_t width = s.pooled_width();
  const int64_t at_once = windows_at_once(s);
  for_each_row(s, picture, [&](const float* rows, int64_t py, int64_t stride) {
    Live live[kMostWindows + 1];
    for (int64_t px = 0; px < width; px += at_once) {
      const int64_t at = (py * width + px) * s.filters;
      for (int64_t filter = 0; filter < s.filters; filter++) {
        const int64_t count = collect(s, choice + at + filter, d_pooled + at + filter, std::min(at_once, width - px), px, stride, live);
        for (int64_t each = 0; each < count; each++) {
          d_bias[filter] += live[each].gradient;
        }
        float* to = sums + filter * 3 * run;
#define ABLATE_ADD(vecs) add_products<(vecs) <= kRunVecs ? (vecs) : kRunVecs>(rows + offset, stride, live, count, to + offset, run)
        ABLATE_FOR_PARTS(run / kLanes, ABLATE_ADD)
#undef ABLATE_ADD
      }
    }
  });
}

void kernel_gradient(const ConvReluPool& s, const float* x, const uint8_t* choice, const float* d_pooled, float* d_kernel, float* d_bias) {
  const int64_t run = round_up(3 * s.channels, kLanes);
  const int64_t floats = s.filters * (3 * run + 1);
  const int64_t groups = group_count(s, floats);
  float* sums = scratch<3>(groups * floats);
  const int64_t windows = s.pooled_height() * s.pooled_width() * s.filters;
  parallel_for(groups, [&](int64_t group) {
    float* own = sums + group * floats;
    std::fill(own, own + floats, 0.0f);
    for (int64_t image = group * s.images / groups; image < (group + 1) * s.images / groups; image++) {
      add_picture(s, x + image * s.height * s.width * s.channels, choice + image * windows, d_pooled + image * windows, own, run, own + s.filters * 3 * run);
    }
  });
  parallel_for(s.filters, [&](int64_t filter) {
    for (int64_t tap = 0; tap < 9 * s.channels; tap++) {
      const int64_t at = (filter * 3 + tap / (3 * s.channels)) * run + tap % (3 * s.channels);
      float total = 0.0f;
      for (int64_t group = 0; group < groups; group++) {
        total += sums[group * floats + at];
      }
      d_kernel[tap * s.filters + filter] = total;
    }
    float total = 0.0f;
    for (int64_t group = 0; group < groups; group++) {
      total += sums[group * floats + s.filters * 3 * run + filter];
    }
    d_bias[filter] = total;
  });
}

void spread_picture(const ConvReluPool& s, const float* weights, int64_t run, const uint8_t* choice, const float* d_pooled, float* d_picture) {
  const int64_t height = s.pooled_height(), width = s.pooled_width();
  const int64_t at_once = windows_at_once(s);
  float* memory = scratch<4>(Rows::floats(s));
  std::fill(memory, memory + Rows::floats(s), 0.0f);
  Rows rows(s, memory);
  Live live[kMostWindows + 1];
  for (int64_t py = 0; py < height; py++) {
    const int64_t here = py % Rows::kStrip;
    for (int64_t px = 0; px < width; px += at_once) {
      const int64_t at = (py * width + px) * s.filters;
      for (int64_t filter = 0; filter < s.filters; filter++) {
        const int64_t count = collect(s, choice + at + filter, d_pooled + at + filter, std::min(at_once, width - px), px, rows.stride(), live);
        const float* from = weights + filter * 3 * run;
        float* to = rows.at(2 * here);
#define ABLATE_SCATTER(vecs) scatter_products<(vecs) <= kRunVecs ? (vecs) : kRunVecs>(to + offset, rows.stride(), live, count, from + offset, run)
        ABLATE_FOR_PARTS(run / kLanes, ABLATE_SCATTER)
#undef ABLATE_SCATTER
      }
    }
    if (here == Rows::kStrip - 1) {
      rows.write(d_picture, 2 * (py - here), 2 * Rows::kStrip);
    }
  }
  // The last strip with the rows below it, of which the very last may belong to no window.
  const int64_t written = height / Rows::kStrip * 2 * Rows::kStrip;
  for (int64_t row = written; row < s.height + s.pad; row += Rows::kRows) {
    rows.write(d_picture, row, Rows::kRows);
  }
}

void input_gradient(const ConvReluPool& s, const float* kernel, const uint8_t* choice, const float* d_pooled, float* d_x) {
  const int64_t run = round_up(3 * s.channels, kLanes);
  // [filter][ky][kx, channel], zeros at the end of each run.
  float* weights = scratch<6>(s.filters * 3 * run);
  std::fill(weights, weights + s.filters * 3 * run, 0.0f);
  for (int64_t tap = 0; tap < 9 * s.channels; tap++) {
    for (int64_t filter = 0; filter < s.filters; filter++) {
      weights[(filter * 3 + tap / (3 * s.channels)) * run + tap % (3 * s.channels)] = kernel[tap * s.filters + filter];
    }
  }
  const int64_t windows = s.pooled_height() * s.pooled_width() * s.filters;
  parallel_for(s.images, [&](int64_t image) {
    spread_picture(s, weights, run, choice + image * windows, d_pooled + image * windows, d_x + image * s.height * s.width * s.channels);
  });
}

}  // namespace

// In conv_forward_isa.cc.
void conv_relu_pool_forward(const ConvReluPool&, const float* x, const float* kernel, const float* bias, float* pooled, uint8_t* choice);

extern const ConvReluPoolRoutines conv_relu_pool;
const ConvReluPoolRoutines conv_relu_pool = {conv_relu_pool_forward, kernel_gradient, input_gradient};

}  // namespace ABLATE_ISA
}  // namespace ablate
