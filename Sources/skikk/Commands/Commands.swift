/// Every command, in the order in which help lists them.
enum Commands {
  static let all: [Command] = [
    .check, .amounts, .gate, .plan, .score, .parts, .explain,
    .rulesList, .rulesCheck, .rulesTest, .rulesVocabulary,
    .schemaCase, .schemaFindings, .schemaAmounts, .schemaPlan, .schemaScorecard, .schemaBaseline,
    .schemaParts,
    .sample, .completions, .manual,
  ]
}
