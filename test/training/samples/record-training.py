"""Records how Keras trains a small network: python record-training.py > training.json

Needs tensorflow 2.15 (Keras 2.15). Pictures and first weights are formulas, so that both sides can compute them.
"""
import json

import numpy as np
import tensorflow as tf

PICTURES, SIZE, CLASSES, BATCH, EPOCHS = 10, 8, 3, 4, 3


def wave(shape, scale, phase):
    count = int(np.prod(shape))
    return (scale * np.sin(np.arange(count, dtype=np.float64) * 1.7 + phase)).astype(np.float32).reshape(shape)


model = tf.keras.Sequential([
    tf.keras.layers.Input((SIZE, SIZE, 3)),
    tf.keras.layers.Conv2D(4, 3, padding="same", activation="relu"),
    tf.keras.layers.BatchNormalization(momentum=0.9),
    tf.keras.layers.MaxPooling2D(2),
    tf.keras.layers.Conv2D(5, 3, strides=2, padding="same", activation="relu"),
    tf.keras.layers.AveragePooling2D(2, strides=1, padding="same"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(6, activation="tanh"),
    tf.keras.layers.BatchNormalization(momentum=0.8, epsilon=0.01),
    tf.keras.layers.Dense(CLASSES, activation="softmax"),
])
for index, weight in enumerate(model.trainable_weights):
    if "gamma" not in weight.name and "beta" not in weight.name:
        weight.assign(wave(weight.shape, 0.4, index))

pictures = 0.5 + wave((PICTURES, SIZE, SIZE, 3), 0.5, 0.3)
labels = tf.keras.utils.to_categorical([i * i % CLASSES for i in range(PICTURES)], CLASSES)
model.compile(tf.keras.optimizers.SGD(0.05, momentum=0.9), "categorical_crossentropy", ["accuracy"])
history = model.fit(pictures, labels, batch_size=BATCH, epochs=EPOCHS, shuffle=False, verbose=0,
                    validation_data=(pictures[:7], labels[:7]), validation_batch_size=BATCH).history
print(json.dumps({
    "history": history,
    "probabilities": model.predict(pictures[:7], verbose=0).astype(float).ravel().tolist(),
    "weights": {f"{layer.name}/{weight.name.split('/')[-1].split(':')[0]}": weight.numpy().astype(float).ravel()[:8].tolist()
                for layer in model.layers for weight in layer.weights},
}, indent=1))
