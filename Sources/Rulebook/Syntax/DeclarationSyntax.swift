import Values

/// Everything declared in the blocks of one document.
struct Declarations {
  var choices: [ChoiceSyntax] = []
  var consequences: [ConsequenceSyntax] = []
  var nouns: [NounSyntax] = []
  var definitions: [DefinitionSyntax] = []
  var rules: [RuleSyntax] = []
  var exceptions: [ExceptionSyntax] = []
  /// What could not be read: the word it begins with, if that is known, and its name.
  var broken: [(kind: String?, name: String)] = []

  /// Adds those of another block.
  mutating func add(_ other: Declarations) {
    choices += other.choices
    consequences += other.consequences
    nouns += other.nouns
    definitions += other.definitions
    rules += other.rules
    exceptions += other.exceptions
    broken += other.broken
  }
}

/// A sentence in both languages.
struct TextsSyntax {
  let nb: Name
  let en: Name
}

struct ChoiceSyntax {
  let name: Name
  /// Readings in order; `number of UNIT` is written as its unit.
  let readings: [Name]
  let numberUnit: Name?
  /// The default reading, `open` included.
  let standard: Name
  let because: String
}

struct ConsequenceSyntax {
  let name: Name
  let of: Name
  let texts: TextsSyntax
}

struct NounSyntax {
  let name: Name
  let bases: [Name]
  let condition: ExpressionSyntax?
}

struct DefinitionSyntax {
  enum Value {
    case one(ExpressionSyntax)
    case list(ListSyntax)
    case cases([(when: ExpressionSyntax, then: ExpressionSyntax)], otherwise: ExpressionSyntax)
    case dated(
      ExpressionSyntax, [(from: CivilDay, then: ExpressionSyntax)], before: ExpressionSyntax)
  }

  let name: Name
  let of: Name?
  let atAmount: Bool
  let onDay: Bool
  let lets: [(name: Name, value: ExpressionSyntax)]
  let value: Value
}

struct ScopeSyntax {
  enum Way { case each, first, last, group }
  let way: Way
  let list: ListSyntax
  /// For groups: what their members share.
  var keys: [[Name]] = []
  /// For claims that share a charge: of which kind; nil: of any.
  var lotOf: Name?
  /// For a table's rows: the day they are read on.
  let rowsOn: ExpressionSyntax?

  /// Whether claims that share a charge are a group.
  var isByLot: Bool { keys.contains { $0.count == 1 && $0[0].text == "lot" } }

  /// Every name that it binds.
  var names: [String] {
    if way == .group { return ["group"] }
    if rowsOn != nil { return ["row"] }
    var names = [(list.called ?? list.noun).text]
    if case .each(let outer)? = list.belonging { names.append(outer.text) }
    return names
  }
}

struct DatingSyntax {
  var period: Period?
  /// The section it is in force with, instead of a period.
  var begins: SectionName?
  var day: ExpressionSyntax?
}

struct TestSyntax {
  enum Form {
    case require(ExpressionSyntax)
    case forbid(ExpressionSyntax)
    case limit(
      LimitedSyntax, to: ExpressionSyntax, sharedBy: Name?, tolerating: ExpressionSyntax?,
      ExpressionSyntax?)
  }
  /// What a limit holds down: a thing that is bound, or a list.
  enum LimitedSyntax { case bound(Name), list(ListSyntax) }
  let form: Form
  let span: Span
}

struct EffectSyntax {
  let atRisk: Bool
  let name: Name
  let target: [Name]
  let condition: ExpressionSyntax?
}

struct LimbSyntax {
  var part: Name?
  var scope: [ScopeSyntax] = []
  var dating = DatingSyntax()
  var condition: ExpressionSyntax?
  var tests: [TestSyntax] = []
  var verdict: Name?
  var review = Review.none
  var effects: [EffectSyntax] = []
  var measure: MeasureSyntax?
  var texts: TextsSyntax?
}

/// That a limb counts its subjects instead of judging them.
struct MeasureSyntax {
  let party: Name
  let needs: Int
  let reference: Ratio?
  let span: Span
}

struct RuleSyntax {
  let name: Name
  let law: Name
  let scope: [ScopeSyntax]
  let dating: DatingSyntax
  let limbs: [LimbSyntax]
}

struct ExceptionSyntax {
  struct Target {
    let name: Name?
    let parts: [Name]
    let sections: [String]
    let source: Name?
    let span: Span
  }
  let name: Name
  let targets: [Target]
  let law: Name
  let of: [Name]
  let onDay: Bool
  let condition: ExpressionSyntax
  let instead: ExpressionSyntax?
}
