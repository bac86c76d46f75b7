import Casebook
import Values

extension UInt64: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: UInt64?) throws(ImageFault) {
    self = try coder.number(old)
  }
}

extension Int: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Int?) throws(ImageFault) {
    self = signed(try coder.number(old.map { zigzag($0) }))
  }
}

extension Int64: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Int64?) throws(ImageFault) {
    self.init(try coder(old.map { Int($0) }))
  }
}

extension Int32: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Int32?) throws(ImageFault) {
    let number: Int = try coder(old.map { Int($0) })
    guard let number = Int32(exactly: number) else { throw .damaged }
    self = number
  }
}

extension UInt16: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: UInt16?) throws(ImageFault) {
    let number = try coder.number(old.map { UInt64($0) })
    guard let number = UInt16(exactly: number) else { throw .damaged }
    self = number
  }
}

extension Bool: Imaged {
  @inline(__always)
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Bool?) throws(ImageFault) {
    self = try coder.number(old.map { $0 ? 1 : 0 }) != 0
  }
}

extension String: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: String?) throws(ImageFault) {
    self = try coder.text(old)
  }
}

extension Optional: Imaged where Wrapped: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Wrapped??) throws(ImageFault) {
    self = try coder.optional(old ?? nil)
  }
}

extension Array: Imaged where Element: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: [Element]?) throws(ImageFault) {
    self = try coder.list(old) { (coder, old) throws(ImageFault) in try coder(old) }
  }
}

/// An index: its number.
protocol ImagedNumber: Imaged, RawRepresentable where RawValue: Imaged {}

extension ImagedNumber {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Self?) throws(ImageFault) {
    let number: RawValue = try coder(old?.rawValue)
    guard let value = Self(rawValue: number) else { throw .damaged }
    self = value
  }
}

/// One of a closed list: its place in the list.
protocol ImagedChoice: Imaged, CaseIterable, Equatable where AllCases == [Self] {}

extension ImagedChoice {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Self?) throws(ImageFault) {
    let place = old.flatMap { old in Self.allCases.firstIndex { $0 == old } }
    let number = try coder.number(place.map { UInt64($0) })
    guard number < Self.allCases.count else { throw .damaged }
    self = Self.allCases[Int(number)]
  }
}

extension CivilDay: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: CivilDay?) throws(ImageFault) {
    self.init(number: try coder(old?.number))
  }
}

extension Period: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Period?) throws(ImageFault) {
    let (from, through): (CivilDay?, CivilDay?) = (try coder(old?.from), try coder(old?.through))
    guard let period = Period(from: from, through: through) else { throw .damaged }
    self = period
  }
}

extension Ratio: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Ratio?) throws(ImageFault) {
    let numerator: Int64 = try coder(old?.numerator)
    let denominator: Int64 = try coder(old?.denominator)
    guard denominator > 0, let ratio = try? Ratio(numerator, denominator) else { throw .damaged }
    self = ratio
  }
}

extension Label: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Label?) throws(ImageFault) {
    self.init(nb: try coder(old?.nb), en: try coder(old?.en))
  }
}

extension Word: ImagedNumber {}
extension ChoiceList.ID: ImagedNumber {}
extension TableID: ImagedNumber {}
extension ChoiceID: ImagedNumber {}
extension DefinitionID: ImagedNumber {}
extension MeetsID: ImagedNumber {}

extension DurationUnit: ImagedChoice {}
extension Aggregate: ImagedChoice {}
extension Extreme: ImagedChoice {}
extension Comparison: ImagedChoice {}
extension Operator: ImagedChoice {}
extension Reach: ImagedChoice {}
extension RuleVerdict: ImagedChoice {}
extension Code.Link: ImagedChoice {}
extension Code.CalendarFact: ImagedChoice {}
extension Ratio.Rounding: ImagedChoice {}
extension CivilDay.Weekday: ImagedChoice {}

extension KindSet: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: KindSet?) throws(ImageFault) {
    self = try coder.kinds(old)
  }
}

extension Span: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Span?) throws(ImageFault) {
    self = try coder.span(old)
  }
}
