import Casebook
import FoundationEssentials
import Reports
import Values

extension Invocation {
  /// The day an option names; today in Norway when it is not given.
  func day(_ option: Option) throws(UsageFault) -> CivilDay {
    guard let text = self[option] else { return Self.today }
    guard let day = CivilDay(text) else {
      throw .value(
        text, of: option,
        expected: Label(
          nb: "en dag som finnes, skrevet ÅÅÅÅ-MM-DD",
          en: "a day that exists, written YYYY-MM-DD"), in: command.name)
    }
    return day
  }

  /// The day that a calendar on a wall in Norway shows.
  static var today: CivilDay {
    let utc = CivilTime(seconds: Int64(Date().timeIntervalSince1970))
    // The clock of a computer is set between the years 1966 and 9999; else its own day is taken.
    return CivilTime("\(utc)Z")?.day ?? utc.day
  }
}
