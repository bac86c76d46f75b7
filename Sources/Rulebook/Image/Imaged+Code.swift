import Casebook
import Values

extension Node: Imaged {
  convenience init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Node?) throws(ImageFault) {
    self.init(
      try coder(old?.code), try coder(old?.type), try coder(old?.span),
      mayBeNone: try coder(old?.mayBeNone))
  }
}

extension Code: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .flag(let value): try image.form(0, value)
    case .number(let value): try image.form(1, value)
    case .day(let value): try image.form(2, value)
    case .clock(let value): try image.form(3, value)
    case .duration(let count, let unit): try image.form(4, count, unit)
    case .word(let value): try image.form(5, value)
    case .text(let value): try image.form(6, value)
    case .variable(let slot): try image.form(7, slot)
    case .field(let thing, let word): try image.form(8, thing, word)
    case .link(let thing, let link): try image.form(9, thing, link)
    case .root(let thing): try image.form(10, thing)
    case .party(let word, let thing): try image.form(11, word, thing)
    case .today: try image.form(12)
    case .commencement(let index): try image.form(13, index)
    case .consequence(let thing, let fact): try image.form(14, thing, fact)
    case .left(let list): try image.form(15, list)
    case .daySum(let slot, let value, let from, let through):
      try image.form(16, slot, value, from, through)
    case .calendarFact(let fact, let day): try image.form(17, fact, day)
    case .call(let id, let arguments): try image.form(18, id, arguments)
    case .lookup(let lookup): try image.form(19, lookup)
    case .calendar(let id, let day): try image.form(20, id, day)
    case .rowWords(let slot, let rows): try image.form(21, slot, rows)
    case .rowValue(let slot, let id, let column): try image.form(22, slot, id, column)
    case .rowFlag(let slot, let ids, let thing): try image.form(23, slot, ids, thing)
    case .choice(let id): try image.form(24, id)
    case .choiceNumber(let id, let unit): try image.form(25, id, unit)
    case .isReading(let id, let reading): try image.form(26, id, reading)
    case .quantified(let quantified, let list): try image.form(27, quantified, list)
    case .count(let list): try image.form(28, list)
    case .pick(let first, let list): try image.form(29, first, list)
    case .aggregate(let aggregate, let value, let list): try image.form(30, aggregate, value, list)
    case .extreme(let extreme, let left, let right): try image.form(31, extreme, left, right)
    case .compare(let order, let left, let right): try image.form(32, order, left, right)
    case .isNone(let value): try image.form(33, value)
    case .isKind(let thing, let kinds): try image.form(34, thing, kinds)
    case .isOneOf(let value, let words): try image.form(35, value, words)
    case .between(let value, let low, let high): try image.form(36, value, low, high)
    case .has(let value, let every, let words): try image.form(37, value, every, words)
    case .hasEvery(let left, let right): try image.form(38, left, right)
    case .holds(let left, let right): try image.form(39, left, right)
    case .meets(let thing, let id): try image.form(40, thing, id)
    case .not(let value): try image.form(41, value)
    case .all(let values): try image.form(42, values)
    case .any(let values): try image.form(43, values)
    case .arithmetic(let operation, let left, let right):
      try image.form(44, operation, left, right)
    case .otherwise(let value, let other): try image.form(45, value, other)
    case .ifUnknown(let value, let other): try image.form(46, value, other)
    case .ifUnknownBetween(let value, let low, let high): try image.form(47, value, low, high)
    case .rounded(let value, let rounding, let unit): try image.form(48, value, rounding, unit)
    case .when(let cases, let otherwise):
      try image.form(49, cases.map { Case(condition: $0.condition, value: $0.value) }, otherwise)
    case .dated(let day, let cases, let before):
      try image.form(50, day, cases.map { DatedCase(from: $0.from, value: $0.value) }, before)
    case .binding(let slot, let value, let then): try image.form(51, slot, value, then)
    case .members(let list): try image.form(52, list)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .flag(try image())
    case 1: self = .number(try image())
    case 2: self = .day(try image())
    case 3: self = .clock(try image())
    case 4: self = .duration(try image(), try image())
    case 5: self = .word(try image())
    case 6: self = .text(try image())
    case 7: self = .variable(try image())
    case 8: self = .field(try image(), try image())
    case 9: self = .link(try image(), try image())
    case 10: self = .root(try image())
    case 11: self = .party(try image(), try image())
    case 12: self = .today
    case 13: self = .commencement(try image())
    case 14: self = .consequence(try image(), try image())
    case 15: self = .left(try image())
    case 16: self = .daySum(try image(), try image(), from: try image(), through: try image())
    case 17: self = .calendarFact(try image(), try image())
    case 18: self = .call(try image(), try image())
    case 19: self = .lookup(try image())
    case 20: self = .calendar(try image(), try image())
    case 21: self = .rowWords(try image(), try image())
    case 22: self = .rowValue(try image(), try image(), try image())
    case 23: self = .rowFlag(try image(), try image(), try image())
    case 24: self = .choice(try image())
    case 25: self = .choiceNumber(try image(), try image())
    case 26: self = .isReading(try image(), try image())
    case 27: self = .quantified(try image(), try image())
    case 28: self = .count(try image())
    case 29: self = .pick(first: try image(), try image())
    case 30: self = .aggregate(try image(), try image(), try image())
    case 31: self = .extreme(try image(), try image(), try image())
    case 32: self = .compare(try image(), try image(), try image())
    case 33: self = .isNone(try image())
    case 34: self = .isKind(try image(), try image())
    case 35: self = .isOneOf(try image(), try image())
    case 36: self = .between(try image(), try image(), try image())
    case 37: self = .has(try image(), every: try image(), try image())
    case 38: self = .hasEvery(try image(), try image())
    case 39: self = .holds(try image(), try image())
    case 40: self = .meets(try image(), try image())
    case 41: self = .not(try image())
    case 42: self = .all(try image())
    case 43: self = .any(try image())
    case 44: self = .arithmetic(try image(), try image(), try image())
    case 45: self = .otherwise(try image(), try image())
    case 46: self = .ifUnknown(try image(), try image())
    case 47: self = .ifUnknownBetween(try image(), try image(), try image())
    case 48: self = .rounded(try image(), try image(), try image())
    case 49:
      let cases: [Case] = try image()
      self = .when(cases.map { ($0.condition, $0.value) }, otherwise: try image())
    case 50:
      let (day, cases): (Node, [DatedCase]) = (try image(), try image())
      self = .dated(day, cases.map { ($0.from, $0.value) }, before: try image())
    case 51: self = .binding(try image(), try image(), then: try image())
    case 52: self = .members(try image())
    default: throw .damaged
    }
  }

  private struct Case: Imaged {
    let condition, value: Node

    init(condition: Node, value: Node) { (self.condition, self.value) = (condition, value) }

    init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Case?) throws(ImageFault) {
      condition = try coder(old?.condition)
      value = try coder(old?.value)
    }
  }

  private struct DatedCase: Imaged {
    let from: Int32
    let value: Node

    init(from: Int32, value: Node) { (self.from, self.value) = (from, value) }

    init<Coder: ImageCoder>(_ coder: inout Coder, _ old: DatedCase?) throws(ImageFault) {
      from = try coder(old?.from)
      value = try coder(old?.value)
    }
  }
}

extension Code.ConsequenceFact: ImagedChoice {}

extension Code.Quantified: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .some: try image.form(0)
    case .no: try image.form(1)
    case .atLeast(let count): try image.form(2, count)
    case .atMost(let count): try image.form(3, count)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .some
    case 1: self = .no
    case 2: self = .atLeast(try image())
    case 3: self = .atMost(try image())
    default: throw .damaged
    }
  }
}

extension Lookup: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Lookup?) throws(ImageFault) {
    self.init(
      table: try coder(old?.table), column: try coder(old?.column), key: try coder(old?.key),
      keys: try coder(old?.keys), amount: try coder(old?.amount), day: try coder(old?.day),
      words: try coder(old?.words))
  }
}

extension ValueType: ImagedForms {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: ValueType?) throws(ImageFault) {
    self = try coder.flat(old)
  }

  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .flag: try image.form(0)
    case .day: try image.form(1)
    case .time: try image.form(2)
    case .clock: try image.form(3)
    case .duration: try image.form(4)
    case .money: try image.form(5)
    case .number: try image.form(6)
    case .word(let list): try image.form(7, list)
    case .kind: try image.form(8)
    case .id: try image.form(9)
    case .thing(let kinds): try image.form(10, kinds)
    case .things(let kinds): try image.form(11, kinds)
    case .words(let list): try image.form(12, list)
    case .ids: try image.form(13)
    case .row(let table): try image.form(14, table)
    case .reading(let choice): try image.form(15, choice)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .flag
    case 1: self = .day
    case 2: self = .time
    case 3: self = .clock
    case 4: self = .duration
    case 5: self = .money
    case 6: self = .number
    case 7: self = .word(try image())
    case 8: self = .kind
    case 9: self = .id
    case 10: self = .thing(try image())
    case 11: self = .things(try image())
    case 12: self = .words(try image())
    case 13: self = .ids
    case 14: self = .row(try image())
    case 15: self = .reading(try image())
    default: throw .damaged
    }
  }
}
