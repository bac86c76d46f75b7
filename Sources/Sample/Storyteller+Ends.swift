import Values

extension Storyteller {
  /// Paid to the creditor, in time.
  mutating func tellPaidOnWarning(by deadline: Day) {
    let day = calendar.workday(deadline - 8)
    pay(everything(interestThrough: nil), on: day, to: "creditor", isLast: true)
    if begin("closed", "end", day, by: "creditor") {
      text.text("cause", "paid")
      end()
    }
  }

  /// Everything is paid to the agency, and the case is closed.
  private mutating func tellPaid(on day: Day) {
    pay(everything(interestThrough: day), on: day, to: "agency", isLast: true)
    let closing = calendar.workday(day + plot.agency.payout)
    if plot.fault == .chargedAfterwards, begin("charge", "late", closing, by: "agency") {
      chargeSalaer(light(on: closing), on: closing, stage: "heavy")
      end()
    }
    close("paid", on: closing)
  }

  mutating func tellPaidOnDemand(_ demanded: Demanded) {
    let days = chance.below(plot.agency.grace + 14)
    tellPaid(on: calendar.workday(max(demanded.day + 7 + days, called + 1)))
  }

  mutating func tellPaidHeavy(_ demanded: Demanded) {
    let day = tellHeavy(demanded)
    if chance.happens(300), plot.fault == nil {
      let half = calendar.workday(day + 5)
      pay(part(principal / 200 * 100), on: half, to: "agency", isLast: false)
      return tellPaid(on: calendar.workday(half + 10 + chance.below(30)))
    }
    tellPaid(on: calendar.workday(day + 6 + chance.below(40)))
  }

  /// The statement with the heavy salær; its day.
  private mutating func tellHeavy(_ demanded: Demanded) -> Day {
    let due = calendar.tariff[plot.due]
    let open = demanded.deadline + due.wait + 1
    let isEarly = plot.fault == .earlyHeavy
    let day = calendar.workday(isEarly ? demanded.deadline + 6 : open + plot.agency.pause)
    guard begin("statement", "s", day, by: "agency") else { return day }
    tellChannel()
    tellContent(
      ["principal", "interest", "costs", "interest-rate", "interest-from", "amount"],
      deadline: day + plot.agency.grace)
    let limit = light(on: demanded.day)
    let heavy = Ratio(Int64(limit)).times(due.heavy).wholeKroner
    chargeSalaer(
      plot.fault == .highHeavy ? heavy : heavy - limit, on: day, stage: "heavy")
    demand(interestThrough: day)
    end()
    return day
  }

  /// A plan of some months, kept.
  mutating func tellPlan(_ demanded: Demanded) {
    let day = calendar.workday(demanded.deadline + 3)
    let count = chance.within(3...4)
    let days = (1...count).map { calendar.workday(day + 30 * $0) }
    let piece = principal / (count + 1) / 100 * 100 + 100
    let last = everything(interestThrough: days[count - 1]).total - piece * (count - 1)
    if begin("plan", "pl", day, by: "agency") {
      let text = calendar.text(day)
      self.text.text("channel", "portal")
      self.text.number("sequence", 1)
      self.text.text("costInfo", text)
      self.text.words("costInfoItems", ["heavy-salaer"])
      self.text.text("termsSent", text)
      self.text.flag("termsComplete", true)
      self.text.open("[", "instalments")
      for (place, due) in days.enumerated() {
        self.text.open("{")
        self.text.text("due", calendar.text(due))
        self.text.kroner("amount", place == count - 1 ? last : piece)
        self.text.close("}")
      }
      self.text.close("]")
      end()
    }
    for due in days.dropLast() { pay(part(piece), on: due, to: "agency", isLast: false) }
    tellPaid(on: days[count - 1])
  }

  mutating func tellObjectionInVain(_ demanded: Demanded) {
    let answered = tellObjection(demanded, isUpheld: false)
    let day = calendar.workday(answered + 6)
    if plot.fault != .noAnswer, begin("objection-withdrawn", "wd", day, by: "debtor") {
      text.words("of", ["o"])
      end()
      if begin("hold-end", "he", day, by: "agency") {
        text.words("of", ["ho"])
        end()
      }
    }
    tellPaid(on: calendar.workday(day + 40))
  }

  mutating func tellObjectionUpheld(_ demanded: Demanded) {
    let answered = tellObjection(demanded, isUpheld: true)
    for (place, claim) in plot.claims.enumerated() {
      if begin("credit-note", "cr\(place)", answered, by: "creditor") {
        text.words("claims", [claim.id])
        text.kroner("amount", claim.ore)
        end()
      }
    }
    if begin("charge-removed", "rm", answered, by: "agency") {
      text.text("cause", "objection")
      let charged = costs
      text.open("[", "charges")
      for (kind, ore) in charged {
        text.open("{")
        text.text("kind", kind)
        text.kroner("amount", ore)
        text.close("}")
      }
      text.close("]")
      end()
    }
    close("credited", on: calendar.workday(answered + 1))
  }

  mutating func tellDropped(_ demanded: Demanded) {
    let day = tellHeavy(demanded)
    close("uncollectable", on: calendar.workday(day + 90))
  }

  /// To the forliksråd, and paid after its judgment.
  mutating func tellCourt(_ demanded: Demanded) {
    let heavy = plot.fault == .earlyStep ? demanded.day : tellHeavy(demanded)
    var filed = calendar.workday(heavy + plot.agency.grace + 5 + chance.below(15))
    if plot.fault == .earlyStep { filed = calendar.workday(demanded.day + 5) }
    if plot.fault == .lateStep { filed = calendar.workday(demanded.day + 230) }
    if begin("assessment", "as", filed, by: "agency") {
      text.text("subject", "legal-step")
      text.text("outcome", "upheld")
      end()
    }
    tellStep(filed)
    let judged = calendar.workday(filed + 100 + chance.below(60))
    if begin("legal-result", "j", judged) {
      text.words("of", ["fk"])
      text.text("outcome", "judgment")
      end()
    }
    tellPaid(on: calendar.workday(judged + 20 + chance.below(40)))
  }

  private mutating func tellStep(_ day: Day) {
    guard begin("legal-step", "fk", day, by: "agency") else { return }
    let rates = calendar.tariff[day]
    text.text("kind", "forliksklage")
    text.text("body", "Lindås forliksråd")
    text.text("sent", calendar.text(day))
    text.text("received", calendar.text(day + 1))
    text.text("subject", "claim-and-costs")
    text.text("purpose", "recovery")
    text.flag("claimsCosts", true)
    text.flag("boAttached", true)
    text.flag("creditorConsent", true)
    let fee = rates.courtFee.wholeKroner * (plot.fault == .highCourtFee ? 2 : 1)
    text.open("[", "charges")
    for (kind, ore) in [("court-fee", fee), ("writing-cost", rates.writingCost.wholeKroner)] {
      text.open("{")
      text.text("kind", kind)
      text.kroner("amount", ore)
      text.kroner("vat", 0)
      text.close("}")
      costs.append((kind, ore))
    }
    text.close("]")
    end()
  }
}
