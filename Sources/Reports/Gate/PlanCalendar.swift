public import Audit
import Casebook
import Values

/// The first days of the steps that may come next, as a calendar (RFC 5545).
///
/// The same plan gives the same bytes: stamps are midnight of the day asked about, and an entry
/// keeps its name (UID) while the plan changes, so that a calendar updates it.
public struct PlanCalendar: PlanReport {
  private let language: Language

  /// A calendar in one language.
  public init(language: Language) { self.language = language }

  /// The head of the calendar.
  public mutating func begin() -> String {
    lines([
      "BEGIN:VCALENDAR", "VERSION:2.0",
      "PRODID:-//skikk//skikk plan//\(language.rawValue.uppercased())",
    ])
  }

  /// An entry for each step that some day is lawful for.
  public mutating func add(_ plan: StepPlan) -> String {
    plan.steps.compactMap { step in
      step.answer.earliest.map { entry(step, on: $0, in: plan) }
    }.joined()
  }

  /// The end of the calendar.
  public mutating func end() -> String { lines(["END:VCALENDAR"]) }

  private func entry(_ step: StepPlan.Step, on day: CivilDay, in plan: StepPlan) -> String {
    let next = CivilDay(number: day.number + 1)
    let summary = GateTexts.entry(plan.id, language.name(of: step))[language]
    let about = [
      step.answer.shortestDeadline.map { deadline in
        "\(GateTexts.deadline[language]): \(language.day(deadline))"
      },
      "\(GateTexts.charge[language]): \(language.charges(of: step.answer))",
      step.answer.isEarliestOpen ? GateTexts.openDay[language] : nil,
    ].compactMap { $0 }
    return lines(
      [
        "BEGIN:VEVENT", "UID:\(Self.escaped("\(plan.id)/\(step.name)"))@skikk",
        "DTSTAMP:\(Self.digits(plan.on))T000000Z", "DTSTART;VALUE=DATE:\(Self.digits(day))",
        "DTEND;VALUE=DATE:\(Self.digits(next))", "SUMMARY:\(Self.escaped(summary))",
        "DESCRIPTION:\(Self.escaped(about.joined(separator: "\n")))",
        "TRANSP:TRANSPARENT", "END:VEVENT",
      ])
  }

  private static func digits(_ day: CivilDay) -> String { day.description.filter { $0 != "-" } }

  /// Text with what separates things in a calendar escaped; control characters are left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\0"..."\u{1F}", "\u{7F}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func lines(_ lines: [String]) -> String { lines.map(Self.folded).joined() }

  /// A line of at most 75 octets; what is more stands on lines that begin with a space. No
  /// character is cut.
  private static func folded(_ line: String) -> String {
    var (result, width) = ("", 0)
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        result += "\r\n "
        width = 1
      }
      result.unicodeScalars.append(scalar)
      width += size
    }
    return result + "\r\n"
  }
}
