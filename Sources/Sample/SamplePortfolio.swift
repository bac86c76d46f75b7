public import Rulebook
public import Values

/// An invented portfolio that never ends: cases one after the other, the same for the same seed.
///
/// Creditors, agencies and debtors are invented, and so are their habits; what they may lawfully
/// charge is read from the tables of the rules. Some cases break the law, one rule each, and what
/// follows from that. A debtor's further cases come within `reach` cases of the first, so that the
/// first cases of a long portfolio are those of a short one.
public struct SamplePortfolio {
  /// How far apart the cases of one debtor stand at most.
  public static let reach = 200

  let calendar: Calendar
  var chance: Chance
  private var teller: Storyteller
  var debtors = 0
  var told = 0
  /// Cases still to come of debtors who have been told of, by the number they will have.
  var waiting: [Int: Encore] = [:]

  /// The further case of a debtor.
  struct Encore {
    let first: Plot
    /// Whether it goes as the first did, though one would have done.
    let isTwin: Bool
  }

  /// A portfolio as a collector's system would hand it out on a day.
  /// - Parameters:
  ///   - seed: another seed gives another portfolio.
  ///   - day: the day of the extract; nothing later is told.
  ///   - program: the rules whose tables say what is lawful.
  /// - Throws: `SampleFault` for rules without those tables.
  public init(seed: UInt64, until day: CivilDay, by program: Program) throws(SampleFault) {
    calendar = try Calendar(until: day, tables: LawTables(program))
    chance = Chance(seed: seed)
    teller = Storyteller(calendar: calendar)
  }

  /// What was decided for the case that was told last.
  var plot: Plot { teller.plot }

  /// Adds the next case to a buffer, as one line of JSON.
  public mutating func next(into bytes: inout [UInt8]) {
    told += 1
    teller.tell(nextPlot())
    bytes += teller.text.bytes
  }
}
