// Makes TensorFlow ops of ablate's own routines, by TensorFlow's C interface, when Node loads this addon.
#include "ops.h"

#include <node_api.h>

#include <memory>
#include <string>
#include <vector>

#include "call.h"
#include "conv_relu_pool.h"
#include "tensorflow/c/ops.h"

namespace ablate {
namespace {

using Compute = void (*)(void*, TF_OpKernelContext*);

// What an op is beside its inputs: one with the attribute `pad`, one that changes variables, or neither.
enum class Kind { kPads, kChangesVariables, kPlain };

struct Op {
  const char* name;
  std::vector<const char*> inputs;
  std::vector<const char*> outputs;
  Compute compute;
  Kind kind;
};

// Empty, or what TensorFlow said against it.
std::string register_op(const Op& op) {
  Status status(TF_NewStatus());
  TF_OpDefinitionBuilder* definition = TF_NewOpDefinitionBuilder(op.name);
  for (const char* input : op.inputs) {
    TF_OpDefinitionBuilderAddInput(definition, input);
  }
  for (const char* output : op.outputs) {
    TF_OpDefinitionBuilderAddOutput(definition, output);
  }
  const bool pads = op.kind == Kind::kPads;
  if (pads) {
    TF_OpDefinitionBuilderAddAttr(definition, "pad: int");
  }
  TF_OpDefinitionBuilderSetIsStateful(definition, op.kind == Kind::kChangesVariables);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, [](TF_ShapeInferenceContext* context, TF_Status* given) {
    TF_ShapeInferenceContextSetUnknownShape(context, given);
  });
  TF_RegisterOpDefinition(definition, status.get());
  if (TF_GetCode(status.get()) == TF_OK) {
    TF_KernelBuilder* kernel = TF_NewKernelBuilder(op.name, "CPU", pads ? read_pad : nullptr, op.compute, pads ? delete_pad : nullptr);
    TF_RegisterKernelBuilder(op.name, kernel, status.get());
  }
  return TF_Message(status.get());
}

std::string register_ops() {
  std::string trouble;
  for (const Op& op : {
         Op{"AblateConvReluPool", {"x: float", "kernel: float", "bias: float"}, {"pooled: float", "choice: uint8"}, compute_conv_relu_pool, Kind::kPads},
         Op{"AblateConvReluPoolKernelGrad", {"x: float", "kernel: float", "choice: uint8", "d_pooled: float"},
            {"d_kernel: float", "d_bias: float"}, compute_conv_relu_pool_kernel_gradient, Kind::kPads},
         Op{"AblateConvReluPoolInputGrad", {"x: float", "kernel: float", "choice: uint8", "d_pooled: float"}, {"d_x: float"},
            compute_conv_relu_pool_input_gradient, Kind::kPads},
         Op{"AblateDense", {"x: float", "weights: float", "bias: float"}, {"out: float"}, compute_dense, Kind::kPlain},
         Op{"AblateDenseRelu", {"x: float", "weights: float", "bias: float"}, {"out: float"}, compute_dense_relu, Kind::kPlain},
         Op{"AblateDenseInputGrad", {"dy: float", "weights: float"}, {"dx: float"}, compute_dense_input_gradient, Kind::kPlain},
         Op{"AblateCrossentropy", {"logits: float", "labels: float", "weights: float"}, {"loss: float", "right: int32", "slopes: float"},
            compute_crossentropy, Kind::kPlain},
         Op{"AblateApplyDenseAdam", {"weights: resource", "means: resource", "squares: resource", "x: float", "dy: float", "factors: float"},
            {}, compute_dense_adam, Kind::kChangesVariables},
         Op{"AblateWarp", {"pictures: float", "maps: float"}, {"out: float"}, compute_warp, Kind::kPlain},
       }) {
    trouble += register_op(op);
  }
  return trouble;
}

napi_value initialise(napi_env env, napi_value exports) {
  // A process registers ops once, however often Node loads the addon.
  static const std::string trouble = register_ops();
  if (!trouble.empty()) {
    napi_throw_error(env, nullptr, trouble.c_str());
  } else if (!knows_instructions()) {
    napi_throw_error(env, nullptr, "ABLATE_INSTRUCTIONS is none of avx512, avx2, baseline");
  }
  return exports;
}

}  // namespace
}  // namespace ablate

NAPI_MODULE(NODE_GYP_MODULE_NAME, ablate::initialise)
