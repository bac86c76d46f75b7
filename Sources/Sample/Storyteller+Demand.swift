import Values

extension Storyteller {
  /// When the agency's demand was sent, and until when it gave.
  struct Demanded {
    let day: Day
    let deadline: Day
  }

  /// The handover, and the betalingsoppfordring of the agency.
  mutating func tellDemand(after warned: Day) -> Demanded {
    var day = calendar.workday(warned + plot.agency.pause + chance.below(4))
    if plot.fault == .ownDemandToo {
      day = calendar.workday(tellOwnDemand(day) + plot.agency.pause)
    }
    if plot.fault == .earlyDemand { day = calendar.workday(warned - 8) }
    if begin("handover", "h", day) {
      text.text("from", plot.creditor.id)
      text.text("to", plot.agency.id)
      text.open("{", "handsOver")
      text.kroner("principal", principal)
      if allCosts > 0 { text.kroner("costs", allCosts) }
      text.close("}")
      text.text("mandator", "creditor")
      end()
    }
    let deadline = day + (plot.fault == .shortDemand ? Self.hurriedGrace : plot.agency.grace)
    if begin("betalingsoppfordring", "b", day, by: "agency") {
      tellChannel()
      tellContent(plot.fault == .thinDemand ? Self.thin : Self.full, deadline: deadline)
      let limit = light(on: day)
      let dear = plot.fault == .highSalaer ? limit * 7 / 5 / 100 * 100 : limit - fees
      chargeSalaer(dear, on: day, stage: "light")
      demand(interestThrough: day)
      end()
    }
    return Demanded(day: day, deadline: deadline)
  }

  private mutating func tellOwnDemand(_ day: Day) -> Day {
    let part = calendar.tariff[plot.claims[0].due].ownDemandPart
    let fee = calendar.tariff[day].unit.times(part).wholeKroner
    let deadline = day + plot.creditor.grace
    guard begin("betalingsoppfordring", "o", day, by: "creditor") else { return deadline }
    tellChannel()
    tellContent(Self.full, deadline: deadline)
    charge("betalingsoppfordring-fee", fee)
    fees += fee
    demand(interestThrough: day)
    end()
    return deadline
  }

  /// A salær, with its VAT where there is any.
  mutating func chargeSalaer(_ ore: Int, on day: Day, stage: String) {
    let vat = calendar.tariff[day].vat
    let part =
      plot.creditor.isTaxed
      ? 0 : ore * Int(vat.numerator) / Int(vat.numerator + vat.denominator)
    charge("salaer", ore, vat: part, stage: stage)
    salaer += ore
  }

  /// The most that a light salær may be, in whole kroner.
  func light(on day: Day) -> Int {
    let rates = calendar.tariff[day]
    let cheapest = plot.claims.map { claim in calendar.tariff[claim.due] }
    var limits = cheapest.map { due in
      amount(of: due.multiple(for: plot.claims.reduce(0) { $0 + $1.ore }), due, rates)
    }
    let apart = zip(plot.claims, cheapest).reduce(0) { sum, one in
      sum + amount(of: one.1.multiple(for: one.0.ore), one.1, rates)
    }
    limits.append(apart)
    return limits.min() ?? 0
  }

  private func amount(of multiple: Ratio, _ due: Rates, _ rates: Rates) -> Int {
    var amount = multiple.times(rates.unit)
    if plot.debtor.isBusiness { amount = amount.times(due.business) }
    if !plot.creditor.isTaxed {
      amount = amount.times((try? Ratio.one.adding(rates.vat)) ?? .one)
    }
    return amount.wholeKroner
  }

  private static let full = [
    "label", "creditor", "about", "invoice-number", "amount", "principal", "interest", "costs",
    "interest-rate", "interest-from", "further-costs", "legal-action", "complaints-board",
    "objections-invited",
  ]
  private static let thin = [
    "label", "creditor", "about", "invoice-number", "amount", "principal", "interest", "costs",
    "legal-action", "objections-invited",
  ]
}
