// Generated from schemas/rules.schema.json by scripts/generate.js. Do not edit.
/* eslint-disable */

/**
 * A text, or a map of language (en, zh, pt-BR) to text.
 */
export type Text = (string | {
[k: string]: string | undefined
}) | undefined
export type Rule = (string | {
name?: Text1
/**
 * One of `bins`. A class without one is said to have no rule.
 */
bin?: string
hint?: Text2
}) | undefined
/**
 * A text, or a map of language (en, zh, pt-BR) to text.
 */
export type Text1 = (string | {
[k: string]: string | undefined
})
/**
 * A text, or a map of language (en, zh, pt-BR) to text.
 */
export type Text2 = (string | {
[k: string]: string | undefined
})

/**
 * Which bin each class of photos goes into, and what the classes are called, in as many languages as are given.
 */
export interface RulesFile {
/**
 * Where the rules hold, in a sentence.
 */
description?: string
/**
 * The language of texts that are written without one.
 */
language?: string
/**
 * The bins by a short name each, and what they are called.
 */
bins: {
[k: string]: Text | undefined
}
/**
 * The classes by the names that the data set has for them: a bin, or a map of what is known of the class.
 */
classes: {
[k: string]: Rule | undefined
}
}
