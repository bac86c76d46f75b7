import Audit
import Casebook
import Rulebook
import Values

extension ScorecardNode {
  /// What the cases were judged by.
  var basis: ScoreBasis {
    get throws(Fault) {
      var assumptions: [Assumption] = []
      for (name, _) in self["ruleSet"]["assumptions"].texts {
        assumptions.append(
          Assumption(act: name, day: try self["ruleSet"]["assumptions"][name].day))
      }
      let measures = try self["measures"].elements.map { element throws(Fault) in
        try element.measure
      }
      let context = RunContext(
        ruleSetVersion: self["ruleSet"]["version"].text ?? "",
        reviewedThrough: try self["ruleSet"]["reviewedThrough"].day, asOf: try self["asOf"].day,
        choices: self["ruleSet"]["choices"].texts.map {
          ChoiceUsed(name: $0.name, reading: $0.text)
        },
        rules: self["receipt"]["rules"].count, assumptions: assumptions, measures: measures)
      return ScoreBasis(context: context, selection: self["selection"].text ?? "")
    }
  }

  /// What a measure counts.
  private var measure: MeasureInfo {
    get throws(Fault) {
      MeasureInfo(
        rule: self["rule"].text ?? "", part: self["part"].text,
        label: Label(nb: self["nb"].text ?? "", en: self["en"].text ?? ""),
        party: self["by"].text ?? "", needs: self["needs"].count,
        reference: try self["reference"].fraction, law: self["law"].text ?? "")
    }
  }

  /// What the measures counted.
  var measured: [Measured.Key: Measured] {
    get throws(Fault) {
      var measured: [Measured.Key: Measured] = [:]
      for line in self["measured"].elements {
        let key = Measured.Key(
          rule: line["rule"].text ?? "", part: line["part"].text, party: line["party"].text,
          quarter: try line["quarter"].read("a quarter, as 2026-Q1") { Measured.Quarter($0) })
        var count = Measured()
        count.reached = line["reached"].count
        count.missed = line["missed"].count
        count.unknown = line["unknown"].count
        measured[key] = count
      }
      return measured
    }
  }

  /// What the run did.
  var receipt: Receipt {
    var receipt = Receipt()
    receipt.cases = self["cases"].count
    receipt.audited = self["audited"].count
    receipt.rejected = self["rejected"].count
    receipt.rules = self["rules"].count
    receipt.breach = self["breach"].count
    receipt.practice = self["practice"].count
    receipt.advice = self["advice"].count
    receipt.undetermined = self["undetermined"].count
    receipt.eventsAfter = self["eventsAfter"].count
    receipt.planned = self["planned"].count
    return receipt
  }

  /// What was found in some cases.
  var score: Score {
    get throws(Fault) {
      var score = Score()
      score.cases = self["cases"].count
      score.withFindings = self["withFindings"].count
      score.breach = self["breach"].count
      score.practice = self["practice"].count
      score.advice = self["advice"].count
      score.undetermined = self["undetermined"].count
      score.demanded = try self["demanded"].range
      score.lawful = try self["lawful"].range
      score.excess = try self["excess"].kroner
      score.atRisk = try self["atRisk"].kroner
      score.refundDue = try self["refundDue"].kroner
      for cause in self["causes"].elements { score.causes[cause.cause] = try cause.causeCount }
      for month in self["trend"].elements {
        var count = Score.MonthCount()
        count.cases = month["cases"].count
        count.withFindings = month["withFindings"].count
        count.excess = try month["excess"].kroner
        score.months[try month["month"].month] = count
      }
      for one in self["worst"].elements { score.worst.add(try one.worstCase) }
      return score
    }
  }

  private var range: KronerRange {
    get throws(Fault) {
      var range = KronerRange()
      range.lowest = try self["lowest"].kroner
      range.highest = try self["highest"].kroner
      range.unknown = self["unknown"].count
      return range
    }
  }

  private var cause: FindingCause {
    FindingCause(rule: self["rule"].text ?? "", part: self["part"].text)
  }

  private var causeCount: CauseCount {
    get throws(Fault) {
      var count = CauseCount(law: self["law"].text ?? "")
      count.verdict = Verdict(rawValue: self["verdict"].text ?? "") ?? .undetermined
      count.findings = self["findings"].count
      count.cases = self["cases"].count
      count.open = self["open"].count
      count.excess = try self["excess"].kroner
      count.atRisk = try self["atRisk"].kroner
      return count
    }
  }

  private var worstCase: WorstCase {
    get throws(Fault) {
      WorstCase(
        id: self["id"].text ?? "", agency: self["agency"].text, creditor: self["creditor"].text,
        excess: try self["excess"].kroner, atRisk: try self["atRisk"].kroner,
        breach: self["breach"].count, practice: self["practice"].count, cause: cause)
    }
  }
}
