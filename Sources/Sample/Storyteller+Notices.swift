extension Storyteller {
  /// The invoices themselves, and a friendly word when they are due.
  mutating func tellInvoices() {
    let isElectronic = chance.happens(500)
    for (place, claim) in plot.claims.enumerated() {
      guard
        begin("invoice", "i\(place)", calendar.workday(claim.due - Self.credit), by: "creditor")
      else { return }
      text.words("claims", [claim.id])
      tellChannel(isElectronic ? "efaktura" : "post")
      text.text("deadline", calendar.text(claim.due))
      text.words("flags", [])
      end()
    }
    guard chance.happens(250) else { return }
    let day = calendar.workday(plot.due + 3)
    if begin("message", "sms", day, at: "10:00", by: "creditor") {
      text.text("channel", "sms")
      text.text("purpose", "friendly-reminder")
      end()
    }
  }

  /// The creditor's letters; the deadline of the last, an inkassovarsel.
  mutating func tellNotices() -> Day {
    var day = calendar.workday(plot.due + plot.creditor.patience + chance.below(6))
    if plot.fault == .earlyFee { day = calendar.workday(plot.due + 5) }
    let isFirst = !chance.happens(plot.creditor.purrings)
    if plot.fault == .earlyFee || plot.fault == .highFee || plot.fault == .thirdFee || !isFirst {
      day = tellPurring("p", day)
    }
    if plot.fault == .thirdFee { day = tellPurring("p2", day) }
    return tellWarning(day)
  }

  /// A purring; the day of the next letter.
  private mutating func tellPurring(_ id: String, _ day: Day) -> Day {
    let isDear = plot.fault == .earlyFee || plot.fault == .highFee || plot.fault == .thirdFee
    let fee = isDear || chance.happens(600) ? noticeFee(day) : 0
    let deadline = day + plot.creditor.grace
    let next = calendar.workday(deadline + 2 + chance.below(3))
    guard begin("purring", id, day, by: "creditor") else { return next }
    tellChannel()
    tellContent(["amount", "about", "creditor", "invoice-number"], deadline: deadline)
    charge("purring-fee", fee)
    fees += fee
    demand()
    end()
    return next
  }

  private func noticeFee(_ day: Day) -> Int {
    let rates = calendar.tariff[day]
    let part = calendar.tariff[plot.claims[0].due].noticePart
    let fee = rates.unit.times(part).wholeKroner
    return plot.fault == .highFee ? fee * 2 : fee
  }

  private mutating func tellWarning(_ day: Day) -> Day {
    let fee = plot.fault == .thirdFee || chance.happens(500) ? noticeFee(day) : 0
    let deadline = day + (plot.fault == .shortWarning ? Self.hurriedGrace : plot.creditor.grace)
    guard begin("inkassovarsel", "v", day, by: "creditor") else { return deadline }
    tellChannel()
    var states = ["label", "amount", "creditor", "about", "invoice-number", "principal"]
    if plot.fault != .silentWarning { states.append("collection-follows") }
    if allCosts + fee > 0 { states.append("costs") }
    tellContent(states, deadline: deadline)
    charge("inkassovarsel-fee", fee)
    fees += fee
    demand()
    end()
    return deadline
  }

  /// Days that somebody in a hurry gives.
  static let hurriedGrace = 8
}
