/// The commands by their names, in the order in which help lists them. A command is made when it
/// is asked for: its texts lie all over the program, and a run needs those of one.
enum CommandName: String, CaseIterable {
  case check, amounts, gate, plan, score, parts, explain
  case rulesList = "rules list"
  case rulesCheck = "rules check"
  case rulesTest = "rules test"
  case rulesVocabulary = "rules vocabulary"
  case schemaCase = "schema case"
  case schemaFindings = "schema findings"
  case schemaAmounts = "schema amounts"
  case schemaPlan = "schema plan"
  case schemaScorecard = "schema scorecard"
  case schemaBaseline = "schema baseline"
  case schemaParts = "schema parts"
  case sample, completions
  case manual = "man"

  /// The command.
  var command: Command {
    switch self {
    case .check: .check
    case .amounts: .amounts
    case .gate: .gate
    case .plan: .plan
    case .score: .score
    case .parts: .parts
    case .explain: .explain
    case .rulesList: .rulesList
    case .rulesCheck: .rulesCheck
    case .rulesTest: .rulesTest
    case .rulesVocabulary: .rulesVocabulary
    case .schemaCase: .schemaCase
    case .schemaFindings: .schemaFindings
    case .schemaAmounts: .schemaAmounts
    case .schemaPlan: .schemaPlan
    case .schemaScorecard: .schemaScorecard
    case .schemaBaseline: .schemaBaseline
    case .schemaParts: .schemaParts
    case .sample: .sample
    case .completions: .completions
    case .manual: .manual
    }
  }
}

/// Every command.
enum Commands {
  /// In the order in which help lists them.
  static let all = CommandName.allCases.map(\.command)
}
