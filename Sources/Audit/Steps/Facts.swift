import Casebook
import Rulebook
import Values

/// A fact of a thing.
final class FieldStep: Step {
  private let of: Step
  private let fields: FieldPlan

  init(_ node: Node, _ of: Step, _ fields: FieldPlan) {
    (self.of, self.fields) = (of, fields)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    evaluator.field(fields, of: of.value(evaluator), node)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    evaluator.brief(fields, of: of.brief(evaluator), node)
  }
}

/// A party of a case.
final class PartyStep: Step {
  private let fields: FieldPlan
  private let of: Step?

  init(_ node: Node, _ fields: FieldPlan, _ of: Step?) {
    (self.fields, self.of) = (fields, of)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    evaluator.field(fields, of: evaluator.root(of: of), .thing(KindSet.empty))
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    evaluator.brief(fields, of: evaluator.briefRoot(of: of), .thing(KindSet.empty))
  }
}

/// A fact that follows from where a thing stands.
final class LinkStep: Step {
  private let link: Code.Link
  private let of: Step

  init(_ node: Node, _ link: Code.Link, _ of: Step) {
    (self.link, self.of) = (link, of)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    evaluator.link(link, of: of.value(evaluator), node)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    evaluator.brief(link, of: of.brief(evaluator), node)
  }
}

/// A text that rules name: the file's number for it, found once for each case.
final class TextStep: Step {
  private let text: String
  private var known: (turn: Int, word: Int64)?

  init(_ node: Node, _ text: String) {
    self.text = text
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value { .word(word(evaluator)) }
  override func brief(_ evaluator: Evaluator) -> Brief { .word(word(evaluator)) }

  private func word(_ evaluator: Evaluator) -> Int64 {
    let turn = evaluator.linker.turn
    if let known, known.turn == turn { return known.word }
    let word = evaluator.file.payload(ofText: text) ?? Self.foreign(text)
    known = (turn, word)
    return word
  }

  /// A payload for a text that the file does not have: negative, and the same for equal texts.
  private static func foreign(_ text: String) -> Int64 {
    -1 - Int64(ContentHash(of: text).value >> 1)
  }
}

/// Where each kind of thing has a field, and how it is read.
final class FieldPlan {
  /// What a payload is.
  enum Form {
    case day, time, number, millionths, flag, word, thing, other
  }

  /// What a file says that lacks the key.
  final class Absence {
    /// What it is taken to say; nil: nothing is known.
    let assumed: Value?
    /// All that it can be then.
    let span: Open.Span
    let mayBeNone: Bool

    fileprivate init(assumed: Value?, span: Open.Span, mayBeNone: Bool) {
      (self.assumed, self.span, self.mayBeNone) = (assumed, span, mayBeNone)
    }
  }

  /// The field.
  let word: Word
  /// For each kind, the place in its records; negative: it has no such field.
  private let slots: [Int16]
  /// For each kind, the place of what is known of its field in the next two; most kinds that have
  /// a field have it in common.
  private let places: [UInt8]
  private let forms: [Form]
  private let absences: [Absence]

  init(_ word: Word, _ vocabulary: Vocabulary) {
    self.word = word
    let kinds = vocabulary.kinds
    var slots = [Int16](repeating: -1, count: kinds.count)
    var places = [UInt8](repeating: 0, count: kinds.count)
    var forms: [Form] = [.other]
    var absences = [Absence(assumed: nil, span: .anything, mayBeNone: false)]
    var last: Field?
    for number in kinds.indices {
      guard let slot = vocabulary.slot(of: word, in: KindID(rawValue: UInt8(number))) else {
        continue
      }
      let field = kinds[number].fields[slot]
      if field !== last {
        forms.append(Form(field.type))
        absences.append(Absence(field))
        last = field
      }
      slots[number] = Int16(slot)
      places[number] = UInt8(forms.count - 1)
    }
    (self.slots, self.places, self.forms, self.absences) = (slots, places, forms, absences)
  }

  /// The place in records of a kind; nil when it has no such field.
  func slot(in kind: KindID) -> Int? {
    let slot = slots[Int(kind.rawValue)]
    return slot < 0 ? nil : Int(slot)
  }

  /// What payloads are in records of a kind.
  func form(in kind: KindID) -> Form { forms[Int(places[Int(kind.rawValue)])] }

  /// What records of a kind say that lack the key.
  func absence(in kind: KindID) -> Absence { absences[Int(places[Int(kind.rawValue)])] }
}

extension FieldPlan.Absence {
  fileprivate convenience init(_ field: Field) {
    let form = FieldPlan.Form(field.type)
    let assumed: Value? =
      switch field.absence {
      case .assumed(let payload): form.value(payload)
      case .assumedList(let payloads): .list(payloads)
      case .assumedNone: Value.none
      case .unknown, .error, .nothing: nil
      }
    let span: Open.Span =
      switch field.type {
      case .bool: .flag
      case .money, .int, .rate: .numbers(.zero, nil)
      case .ratio: .numbers(.zero, .one)
      case .day: .days(CivilDay.longAgo, CivilDay.never)
      default: .anything
      }
    self.init(assumed: assumed, span: span, mayBeNone: field.mayBeNone)
  }
}

extension FieldPlan.Form {
  fileprivate init(_ type: FieldType) {
    self =
      switch type {
      case .day: .day
      case .time: .time
      case .money, .int: .number
      case .rate, .ratio: .millionths
      case .bool: .flag
      case .text, .id, .choice: .word
      case .reference, .thing, .event: .thing
      case .list, .events, .map: .other
      }
  }

  /// What a payload says.
  func value(_ payload: Int64) -> Value {
    switch self {
    case .day: .day(Int32(truncatingIfNeeded: payload))
    case .time: .time(payload)
    case .number: .number(Ratio(payload))
    case .millionths:
      (try? Ratio(payload, 1_000_000)).map { .number($0) } ?? .unknown([.overflow])
    case .flag: .flag(payload != 0)
    case .word: .word(payload)
    case .thing: .thing(Int32(truncatingIfNeeded: payload))
    case .other: .unknown([])
    }
  }
}
