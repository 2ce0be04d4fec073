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

// What an op has beside its inputs, which is read once and handed to each of its computations.
struct Attributes {
  std::vector<const char*> names;
  void* (*read)(TF_OpKernelConstruction*);
  void (*drop)(void*);
};

const Attributes kNone = {{}, nullptr, nullptr};
const Attributes kPad = {{"pad: int"}, read_pad, delete_pad};
const Attributes kWinograd = {{"size: list(int)", "pads: list(int)", "relu: bool"}, read_winograd, delete_winograd};

struct Op {
  const char* name;
  std::vector<const char*> inputs;
  std::vector<const char*> outputs;
  void (*compute)(void*, TF_OpKernelContext*);
  const Attributes& attributes = kNone;
  bool changes_variables = false;
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
  for (const char* attribute : op.attributes.names) {
    TF_OpDefinitionBuilderAddAttr(definition, attribute);
  }
  TF_OpDefinitionBuilderSetIsStateful(definition, op.changes_variables);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, [](TF_ShapeInferenceContext* context, TF_Status* given) {
    TF_ShapeInferenceContextSetUnknownShape(context, given);
  });
  TF_RegisterOpDefinition(definition, status.get());
  if (TF_GetCode(status.get()) == TF_OK) {
    TF_KernelBuilder* kernel = TF_NewKernelBuilder(op.name, "CPU", op.attributes.read, op.compute, op.attributes.drop);
    TF_RegisterKernelBuilder(op.name, kernel, status.get());
  }
  return TF_Message(status.get());
}

std::string register_ops() {
  std::string trouble;
  for (const Op& op : {
         Op{"AblateConvReluPool", {"x: float", "kernel: float", "bias: float"}, {"pooled: float", "choice: uint8"}, compute_conv_relu_pool, kPad},
         Op{"AblateConvReluPoolKernelGrad", {"x: float", "kernel: float", "choice: uint8", "d_pooled: float"},
            {"d_kernel: float", "d_bias: float"}, compute_conv_relu_pool_kernel_gradient, kPad},
         Op{"AblateConvReluPoolInputGrad", {"x: float", "kernel: float", "choice: uint8", "d_pooled: float"}, {"d_x: float"},
            compute_conv_relu_pool_input_gradient, kPad},
         Op{"AblateDense", {"x: float", "weights: float", "bias: float"}, {"out: float"}, compute_dense},
         Op{"AblateDenseRelu", {"x: float", "weights: float", "bias: float"}, {"out: float"}, compute_dense_relu},
         Op{"AblateDenseInputGrad", {"dy: float", "weights: float"}, {"dx: float"}, compute_dense_input_gradient},
         Op{"AblateCrossentropy", {"logits: float", "labels: float", "weights: float"}, {"loss: float", "right: int32", "slopes: float"},
            compute_crossentropy},
         Op{"AblateApplyDenseAdam", {"weights: resource", "means: resource", "squares: resource", "x: float", "dy: float", "factors: float"},
            {}, compute_dense_adam, kNone, true},
         Op{"AblateWarp", {"pictures: float", "maps: float"}, {"out: float"}, compute_warp},
         Op{"AblateWinogradWeights", {"kernel: float"}, {"weights: float"}, compute_winograd_weights},
         Op{"AblateWinograd", {"x: float", "weights: float", "bias: float"}, {"out: float"}, compute_winograd, kWinograd},
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
