import Rulebook
import Values

/// What the tables of the law say on every day of a sample.
struct Tariff {
  /// The different states of the tables, and which of them holds on each day.
  private var states: [Rates] = []
  private var stateOf: [UInt16] = []

  /// Reads the tables for so many days from a first one.
  init(from first: CivilDay, days count: Int, tables: LawTables) throws(SampleFault) {
    var turns: Set<Int32> = []
    for name in Rates.tables {
      turns.formUnion(try tables.table(name).rows.compactMap { $0.period.from?.number })
    }
    for number in first.number..<first.number + Int32(count) {
      if states.isEmpty || turns.contains(number) {
        states.append(try Rates(on: CivilDay(number: number), tables))
      }
      stateOf.append(UInt16(states.count - 1))
    }
  }

  /// What holds on a day.
  subscript(day: Day) -> Rates { states[Int(stateOf[day])] }
}

/// What the tables of the law say on one day.
struct Rates {
  /// The tables that are read.
  static let tables = [
    "inkassosats", "fee-fractions", "brackets", "regimes", "vat-rate", "late-rate", "rettsgebyr",
    "forliksklage-fee", "forliksklage-writing-cost",
  ]

  /// Inkassosatsen in øre.
  let unit: Ratio
  /// The part of it that a purring or an inkassovarsel may cost, and the creditor's own demand.
  let noticePart, ownDemandPart: Ratio
  /// How many times it a light salær may be, for claims up to so many øre.
  let brackets: [(upTo: Ratio?, multiple: Ratio)]
  /// How much more from a business, and for heavy work.
  let business, heavy: Ratio
  /// Days from the deadline of a demand until work is heavy.
  let wait: Int
  /// VAT, and the late rate, as parts of one.
  let vat, late: Ratio
  /// The late rate in per cent, as letters print it.
  let latePercent: String
  /// The fee for a forliksklage and the cost of writing it, in øre.
  let courtFee, writingCost: Ratio

  init(on day: CivilDay, _ tables: LawTables) throws(SampleFault) {
    unit = try tables.number("inkassosats", on: day)
    noticePart = try tables.number("fee-fractions", on: day) {
      LawTables.answers($0, $1, to: "inkassovarsel-fee")
    }
    ownDemandPart = try tables.number("fee-fractions", on: day) {
      LawTables.answers($0, $1, to: "betalingsoppfordring-fee")
    }
    brackets = try tables.brackets("brackets", "light", on: day)
    business = try tables.number("regimes", "business", on: day)
    heavy = try tables.number("regimes", "heavy", on: day)
    wait = Int(try tables.number("regimes", "wait", on: day).numerator)
    vat = try tables.number("vat-rate", on: day)
    late = try tables.number("late-rate", on: day)
    latePercent = late.times(Ratio(100)).decimal ?? "0"
    let court = try tables.number("rettsgebyr", on: day)
    courtFee = court.times(try tables.number("forliksklage-fee", on: day))
    writingCost = court.times(try tables.number("forliksklage-writing-cost", on: day))
  }

  /// How many times inkassosatsen a light salær may be for a claim of so many øre.
  func multiple(for ore: Int) -> Ratio {
    let size = Ratio(Int64(ore))
    let bracket = brackets.first { bracket in bracket.upTo.map { !($0 < size) } ?? true }
    return bracket?.multiple ?? .zero
  }
}

extension Ratio {
  /// The product. Amounts of a sample are far from what does not fit.
  func times(_ other: Ratio) -> Ratio { (try? multiplied(by: other)) ?? .zero }

  /// Øre in whole kroner, the rest cut off.
  var wholeKroner: Int { Int(numerator / denominator) / 100 * 100 }
}
