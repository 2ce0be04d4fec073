// Compiled once for each instruction set, which ABLATE_ISA names.
#include "parallel.h"
#include "winograd_products.h"
#include "winograd_tiles.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

// A task's pixels and sums, half a core's second cache or somewhat more: the rest is for weights on their way.
constexpr int64_t kTaskFloats = 160 * 1024;
// From so many channels on too few tiles would fit, and every task would go through megabytes of weights for them.
constexpr int64_t kManyChannels = 300;
// So many tiles are multiplied with weights that have come from far.
constexpr int64_t kManyTiles = 144;

// Filters in blocks of as nearly the same number of vectors as can be, each no more than the registers hold.
class Blocks {
 public:
  explicit Blocks(int64_t filters) : vecs_(divide_up(filters, kLanes)), count_(divide_up(vecs_, kBlockVecs)) {}

  int64_t count() const { return count_; }
  int64_t begin(int64_t block) const { return block * vecs_ / count_ * kLanes; }
  int64_t width(int64_t block) const { return begin(block + 1) - begin(block); }

 private:
  int64_t vecs_;
  int64_t count_;
};

template <class R, class C>
int64_t packed_length(const WinogradKernel& kernel) {
  return R::kInputs * C::kInputs * kernel.channels * round_up(kernel.filters, kLanes);
}

// One channel's weights for one filter, at all points.
template <class R, class C>
void transform_taps(const WinogradKernel& k, const float* taps, float* to, int64_t stride) {
  double half[C::kInputs][R::kTaps];
  for (int row = 0; row < R::kTaps; row++) {
    double g[C::kTaps], points[C::kInputs];
    for (int column = 0; column < C::kTaps; column++) {
      g[column] = taps[(row * C::kTaps + column) * k.channels * k.filters];
    }
    C::transform_weights(g, points);
    for (int column = 0; column < C::kInputs; column++) {
      half[column][row] = points[column];
    }
  }
  for (int column = 0; column < C::kInputs; column++) {
    double points[R::kInputs];
    R::transform_weights(half[column], points);
    for (int row = 0; row < R::kInputs; row++) {
      to[(row * C::kInputs + column) * stride] = static_cast<float>(points[row]);
    }
  }
}

// [block][point][channel][filter of the block], zeros where there is no filter.
template <class R, class C>
void pack(const WinogradKernel& k, const float* kernel, float* packed) {
  constexpr int64_t points = R::kInputs * C::kInputs;
  const Blocks blocks(k.filters);
  std::fill(packed, packed + packed_length<R, C>(k), 0.0f);
  parallel_for(blocks.count() * k.channels, [&](int64_t task) {
    const int64_t block = task / k.channels, channel = task % k.channels;
    const int64_t begin = blocks.begin(block), width = blocks.width(block);
    float* line = packed + points * k.channels * begin + channel * width;
    for (int64_t filter = begin; filter < std::min(begin + width, k.filters); filter++) {
      transform_taps<R, C>(k, kernel + channel * k.filters + filter, line + filter - begin, k.channels * width);
    }
  });
}

// Tiles and where their transformed pixels are.
template <class R, class C>
struct Work {
  const Tiles<R, C>& tiles;
  const float* packed;
  const float* bias;
  float* out;
};

// Some tiles: `count` of them, from `first` on, whose transformed pixels begin at `from`.
struct Range {
  const Spectra& pixels;
  int64_t from;
  int64_t first;
  int64_t count;
};

template <int vecs, class R, class C>
void compute_vectors(const Work<R, C>& work, const Range& range, int64_t filter) {
  constexpr int64_t points = Tiles<R, C>::kPoints, width = vecs * kLanes;
  const int64_t channels = work.tiles.shape().kernel.channels;
  const int64_t rows = round_up(range.count, rows_of(vecs));
  const Spectra sums = {scratch<2>(Spectra::floats(points, rows, width)), rows, width};
  const float* panels = work.packed + points * channels * filter;
  for (int64_t point = 0; point < points; point++) {
    multiply_panel<vecs>(rows, channels, range.pixels.at(point, range.from), channels, panels + point * channels * width, sums.at(point, 0));
  }
  for (int64_t tile = 0; tile < range.count; tile++) {
    work.tiles.finish(sums.at(0, tile), sums.stride(), range.first + tile, filter, vecs, work.bias, work.out);
  }
}

template <int vecs = kBlockVecs, class R, class C>
void compute_block(const Work<R, C>& work, const Range& range, int64_t block) {
  const Blocks blocks(work.tiles.shape().kernel.filters);
  if constexpr (vecs > 1) {
    if (blocks.width(block) < vecs * kLanes) {
      return compute_block<vecs - 1>(work, range, block);
    }
  }
  compute_vectors<vecs>(work, range, blocks.begin(block));
}

// Each task transforms its tiles for itself, as many as its cache holds: little but weights is read from elsewhere.
template <class R, class C>
void convolve_apart(const Work<R, C>& work, const float* x) {
  constexpr int64_t points = Tiles<R, C>::kPoints;
  const WinogradKernel& kernel = work.tiles.shape().kernel;
  const int64_t fit = kTaskFloats / (points * (kernel.channels + kBlockVecs * kLanes));
  const int64_t total = work.tiles.count(), tasks = divide_up(total, std::max<int64_t>(fit / kStep, 1) * kStep);
  parallel_for(tasks, [&](int64_t task) {
    const int64_t first = task * total / tasks, count = (task + 1) * total / tasks - first;
    const int64_t room = round_up(count, kStep);
    const Spectra pixels = {scratch<1>(Spectra::floats(points, room, kernel.channels)), room, kernel.channels};
    for (int64_t tile = 0; tile < count; tile++) {
      work.tiles.transform(x, first + tile, pixels, tile);
    }
    for (int64_t block = 0; block < Blocks(kernel.filters).count(); block++) {
      compute_block(work, {pixels, 0, first, count}, block);
    }
  });
}

// Where weights are many and tiles few: all tiles are transformed first, and each task has a block of filters for many of them.
template <class R, class C>
void convolve_together(const Work<R, C>& work, const float* x) {
  const WinogradKernel& kernel = work.tiles.shape().kernel;
  const int64_t total = work.tiles.count(), groups = std::max<int64_t>(divide_up(total, kManyTiles), 1), size = round_up(divide_up(total, groups), kStep);
  const int64_t room = groups * size;
  const Spectra pixels = {scratch<1>(Spectra::floats(Tiles<R, C>::kPoints, room, kernel.channels)), room, kernel.channels};
  parallel_for(divide_up(total, kStep), [&](int64_t task) {
    for (int64_t tile = task * kStep; tile < std::min(total, (task + 1) * kStep); tile++) {
      work.tiles.transform(x, tile, pixels, tile);
    }
  });
  parallel_for(Blocks(kernel.filters).count() * groups, [&](int64_t task) {
    const int64_t first = task % groups * size;
    if (first < total) {
      compute_block(work, {pixels, first, first, std::min(size, total - first)}, task / groups);
    }
  });
}

template <class R, class C>
void convolve(const Winograd& s, const float* x, const float* packed, const float* bias, float* out) {
  const Tiles<R, C> tiles(s);
  const Work<R, C> work = {tiles, packed, bias, out};
  if (s.kernel.channels >= kManyChannels) {
    convolve_together(work, x);
  } else {
    convolve_apart(work, x);
  }
}

template <class R, class C>
const WinogradRoutines* routines() {
  static constexpr WinogradRoutines all = {packed_length<R, C>, pack<R, C>, convolve<R, C>};
  return &all;
}

using One = Axis<0, 1>;
using Three = Axis<2, 4>;
using Five = Axis<3, 4>;
using Seven = Axis<5, 6>;

const WinogradRoutines* find(int64_t rows, int64_t columns) {
  switch (rows * 10 + columns) {
    case 33: return routines<Three, Three>();
    case 13: return routines<One, Three>();
    case 31: return routines<Three, One>();
    case 55: return routines<Five, Five>();
    case 17: return routines<One, Seven>();
    case 71: return routines<Seven, One>();
    default: return nullptr;
  }
}

}  // namespace

extern const FindWinograd find_winograd;
const FindWinograd find_winograd = find;

}  // namespace ABLATE_ISA
}  // namespace ablate
