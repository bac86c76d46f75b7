import Audit
import Casebook
import FoundationEssentials
import Reports
import Rulebook
import Values

/// The options that every command which judges understands alike.
extension Invocation {
  /// `--fail-on`, breaches unless told otherwise.
  var failOn: FailOn {
    get throws(UsageFault) { try failOn(.failOn, standard: .breach) }
  }

  /// From which verdict on a run fails, by an option of the command.
  func failOn(_ option: Option, standard: FailOn) throws(UsageFault) -> FailOn {
    guard let text = self[option] else { return standard }
    guard let level = FailOn(rawValue: text) else {
      let known = FailOn.allCases.map(\.rawValue).joined(separator: ", ")
      throw .value(
        text, of: option, expected: Label(nb: "en av: \(known)", en: "one of \(known)"),
        in: command.name)
    }
    return level
  }

  /// `--jobs N`: how many cases are judged at a time; nil unless told, which is one for each core.
  var jobs: Int? {
    get throws(UsageFault) {
      guard let text = self[.jobs] else { return nil }
      guard let jobs = Int(text), (1...1024).contains(jobs) else {
        throw .value(
          text, of: .jobs,
          expected: Label(nb: "et helt tall fra 1 til 1024", en: "a whole number from 1 to 1024"),
          in: command.name)
      }
      return jobs
    }
  }

  /// `--choose NAME=VALUE`; of two with one name the last stands.
  var choices: [String: String] {
    get throws(UsageFault) {
      var choices: [String: String] = [:]
      for text in values[Option.choose.name] ?? [] {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
          throw .value(
            text, of: .choose, expected: Label(nb: "NAVN=VERDI", en: "NAME=VALUE"),
            in: command.name)
        }
        choices[String(sides[0])] = String(sides[1])
      }
      return choices
    }
  }

  /// `--assume NAME=DATE`; of two with one name the last stands.
  var assumptions: [Assumption] {
    get throws(UsageFault) {
      var days: [String: CivilDay] = [:]
      for text in values[Option.assume.name] ?? [] {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, let day = CivilDay(String(sides[1])) else {
          throw .value(
            text, of: .assume,
            expected: Label(
              nb: "NAVN=DAG, som act26=2027-01-01", en: "NAME=DATE, as act26=2027-01-01"),
            in: command.name)
        }
        days[String(sides[0])] = day
      }
      return days.map { Assumption(act: $0.key, day: $0.value) }.sorted { $0.act < $1.act }
    }
  }

  /// The rules under the assumptions of the command line.
  func assuming(_ program: Program) throws(UsageFault) -> Program {
    let assumptions = try self.assumptions
    do { return try program.assuming(assumptions) } catch {
      throw UsageFault.unknown(
        Label(nb: "lov å forutsette", en: "act to assume"), error.name, among: error.known,
        in: command.name
      ).caused(by: .assume, error.name)
    }
  }

  /// Rules that an option names, by id or its beginning, folder or verdict; each must name one.
  func ruleIDs(_ option: Option, in program: Program) throws(UsageFault) -> [String] {
    let names = list(option)
    for name in names where !RuleFilter.isKnown(name, in: program) {
      throw UsageFault.unknown(
        Label(nb: "regel, mappe eller utfall", en: "rule, folder or verdict"), name,
        among: RuleFilter.names(in: program), in: command.name
      ).caused(by: option, name)
    }
    return names
  }

  /// That some rule is left to judge by.
  func requireRules(of auditor: Auditor) throws(UsageFault) {
    guard auditor.applied.isEmpty else { return }
    throw UsageFault(
      Label(
        nb: "--select og --ignore lar ingen regel bli igjen",
        en: "--select and --ignore leave no rule"), in: command.name)
  }

  /// The fault of a choice that the rule set does not have.
  func fault(for unknown: UnknownChoice) -> UsageFault {
    UsageFault.unknown(
      Label(nb: "tolkning eller verdi", en: "choice or reading"), unknown.name,
      among: unknown.known, in: command.name
    ).caused(by: .choose, unknown.name)
  }
}
