"""What scipy, statsmodels and scikit-learn make of answers, which is what scores are compared with: Keras has none of it."""
import warnings

from answers import main

import numpy as np
import pandas as pd
from scipy import optimize, stats
from sklearn import metrics
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

# Of classes that were predicted and have no pictures, which is asked on purpose.
warnings.filterwarnings("ignore", message="y_pred contains classes not in y_true")

TAILS = [1e-5, 0.0005, 0.0025, 0.025, 0.2, 0.4, 0.8, 0.975, 0.9975]
DEGREES = [0.7, 1, 1.3, 2, 3.6, 4, 5.5, 10, 33.3, 249, 2499.5, 1e5]
DISCORDANT = [(0, 0), (1, 0), (3, 3), (1, 7), (10, 25), (60, 30), (400, 300), (0, 40)]
SHARES = [(0, 250), (1, 250), (203, 251), (246, 251), (800, 800), (1250, 2500)]
PICTURES = 251


def tango(one, other, pictures):
    """Limits of the score test, its constrained likelihood maximised by a root of its slope and not by Tango's formula."""
    def score(difference):
        def slope(share):
            rest = pictures - one - other
            return one / (share + difference) + other / share - 2 * rest / (1 - 2 * share - difference)
        low, high = max(0, -difference), (1 - difference) / 2
        share = optimize.brentq(slope, low + 1e-15, high - 1e-15, xtol=1e-16, rtol=1e-14)
        return (one - other - pictures * difference) / np.sqrt(pictures * (2 * share + difference * (1 - difference)))
    z, observed = stats.norm.ppf(0.975), (one - other) / pictures
    return [
        optimize.brentq(lambda difference: score(difference) - z, observed - 0.6, observed - 1e-9, xtol=1e-15, rtol=1e-14),
        optimize.brentq(lambda difference: score(difference) + z, observed + 1e-9, observed + 0.6, xtol=1e-15, rtol=1e-14),
    ]


def protocol(right, drawn):
    at_most = np.prod([stats.hypergeom.cdf(np.arange(drawn + 1), PICTURES, of, drawn) for of in right], axis=0)
    quantile = lambda share: int(np.argmax(at_most >= share)) / drawn
    return {"right": right, "drawn": drawn, "expected": float(np.sum(1 - at_most)) / drawn, "low": quantile(0.05), "high": quantile(0.95)}


def variances(seeds):
    random = np.random.default_rng(seeds)
    easy = random.normal(size=(60, 1))
    answers = (0.8 + easy + 0.4 * random.normal(size=(1, seeds)) + random.normal(size=(60, seeds)) > 0).astype(int)
    picture, seed = np.meshgrid(np.arange(60), np.arange(seeds), indexing="ij")
    frame = pd.DataFrame({"answer": answers.ravel(), "picture": picture.ravel(), "seed": seed.ravel()})
    squares = anova_lm(ols("answer ~ C(picture) + C(seed)", frame).fit())["mean_sq"]
    return {"seeds": answers.T.tolist(), "ofPictures": squares["C(picture)"], "ofSeeds": squares["C(seed)"], "ofRest": squares["Residual"]}


def predictions(classes, truth_classes):
    random = np.random.default_rng(classes)
    truth = random.integers(0, truth_classes, PICTURES)
    logits = random.normal(size=(PICTURES, classes)) * 2
    logits[np.arange(PICTURES), truth] += 2
    probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    # Some networks are sure: float32 then stores 0 and 1.
    probabilities[:3] = np.eye(classes)[:3]
    probabilities = probabilities.astype(np.float32)
    predicted, least = probabilities.argmax(axis=1), 2.0 ** -23
    clipped = np.clip(probabilities.astype(np.float64), least, 1 - least)
    return {
        "classes": classes, "truth": truth.tolist(), "probabilities": probabilities.ravel().tolist(),
        "recall": metrics.recall_score(truth, predicted, labels=np.arange(truth_classes), average=None).tolist(),
        "balancedAccuracy": metrics.balanced_accuracy_score(truth, predicted),
        "macroF1": metrics.f1_score(truth, predicted, average="macro"),
        # Of the right class and of all others together: what is right counts alone, and each pair sums to 1, as scikit-learn asks.
        "logLoss": metrics.log_loss(np.ones(PICTURES), np.stack([1 - clipped[np.arange(PICTURES), truth], clipped[np.arange(PICTURES), truth]], axis=1), labels=[0, 1]),
        "calibration": calibration(probabilities.astype(np.float64).max(axis=1), predicted == truth),
    }


def calibration(stated, right):
    edges = np.linspace(0, 1, 16)
    bins = [(stated > low) & (stated <= high) for low, high in zip(edges, edges[1:])]
    return float(sum(abs(right[each].mean() - stated[each].mean()) * each.mean() for each in bins if each.any()))


def answer(photos):
    p_values = [0.02, 0.004, 0.9, 0.011, 0.04, 0.0001, 0.3, 0.011, 1.0, 0.06]
    return {
        "quantiles": [{"probability": p, "degrees": d, "t": stats.t.ppf(p, d)} for p in TAILS for d in DEGREES],
        "twoSided": [{"t": t, "degrees": d, "p": 2 * stats.t.sf(t, d)} for t in (0, 0.1, 0.9, 2, 3.3, 12) for d in DEGREES],
        "normal": [{"probability": p, "z": stats.norm.ppf(p)} for p in TAILS],
        "mcnemar": [{"onlyOne": b, "onlyOther": c, "p": mcnemar([[0, b], [c, 0]], exact=True).pvalue} for b, c in DISCORDANT],
        "holm": {"pValues": p_values, "corrected": multipletests(p_values, method="holm")[1].tolist()},
        "wilson": [{"right": k, "of": n, "limits": list(proportion_confint(k, n, method="wilson"))} for k, n in SHARES],
        "tango": [{"onlyOne": b, "onlyOther": c, "pictures": 1000, "limits": tango(b, c, 1000)} for b, c in DISCORDANT if b * c > 0],
        "protocol": [protocol([190, 203, 210, 203], 32), protocol([120, 251], 64), protocol([60] * 30 + [75] * 20, 32)],
        "variances": [variances(seeds) for seeds in (2, 3, 5)],
        "predictions": [predictions(6, 6), predictions(7, 5)],
    }


main(answer)
