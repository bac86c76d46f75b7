extension SamplePortfolio {
  /// The case that comes next.
  mutating func nextPlot() -> Plot {
    if let encore = waiting.removeValue(forKey: told) {
      return encore.isTwin ? twin(of: encore.first) : another(after: encore.first)
    }
    let creditor = chance.pick(Cast.creditors)
    debtors += 1
    let debtor = Debtor(
      number: debtors, isBusiness: chance.happens(creditor.businesses), born: birthday())
    let due = calendar.last - 30 - chance.below(Self.years * 365)
    let plot = plot(creditor, debtor, due: due, isCalled: true)
    if plot.fault == .unmerged {
      promise(Encore(first: plot, isTwin: true))
    } else if chance.happens(130) {
      promise(Encore(first: plot, isTwin: false))
    }
    return plot
  }

  /// How many years of due dates there are.
  private static let years = 6

  /// Days of the time in which agencies call when they should not.
  private static let recent = 900

  /// Sees to it that a debtor is heard of again.
  private mutating func promise(_ encore: Encore) {
    var number = told + 1 + chance.below(Self.reach / 2)
    while waiting[number] != nil { number += 1 }
    waiting[number] = encore
  }

  private mutating func plot(
    _ creditor: Creditor, _ debtor: Debtor, due: Day, isCalled: Bool
  ) -> Plot {
    let agency = Cast.agencies[chance.pick(creditor.agencies)]
    var fault: Fault?
    if chance.happens(creditor.carelessness) {
      fault = chance.pick(Fault.byCreditors)
    } else if chance.happens(agency.carelessness) {
      fault = chance.pick(weighted: Fault.byAgencies)
    }
    if !isCalled, fault == .unmerged { fault = nil }
    let courses = fault.map { Course.open(to: $0) }
    let course = courses.map { chance.pick($0) } ?? chance.pick(weighted: Course.all)
    let ore = fault == .unmerged ? chance.within(300...900) * 100 : price(creditor)
    let isSeveral = fault == nil && !course.isDisputed && chance.happens(150)
    let count = isSeveral ? chance.within(2...4) : 1
    let due = fault?.isOfCalls == true ? calendar.last - 30 - chance.below(Self.recent) : due
    return Plot(
      number: told, creditor: creditor, agency: agency, debtor: debtor, course: course,
      fault: fault, due: due,
      claims: Plot.claims(count, of: ore, number: told, due: due, &chance), isCalled: isCalled,
      seed: chance.next())
  }

  /// The same once more: what should have been one case with the first.
  private mutating func twin(of first: Plot) -> Plot {
    Plot(
      number: told, creditor: first.creditor, agency: first.agency, debtor: first.debtor,
      course: first.course, fault: first.fault, due: first.due,
      claims: Plot.claims(
        1, of: chance.within(300...900) * 100, number: told, due: first.due, &chance),
      isCalled: false, seed: first.seed)
  }

  /// A debtor's further case: with the same creditor when the first is long over, else another.
  private mutating func another(after first: Plot) -> Plot {
    let later = first.due + Self.longOver + chance.below(200)
    if later < calendar.last - 30 {
      return plot(first.creditor, first.debtor, due: later, isCalled: false)
    }
    let others = Cast.creditors.filter { other in
      other.id != first.creditor.id
        && (first.debtor.isBusiness ? other.businesses > 0 : other.businesses < 1000)
    }
    let due = calendar.last - 30 - chance.below(Self.years * 365)
    return plot(chance.pick(others), first.debtor, due: due, isCalled: false)
  }

  /// Days after which a case of the sample is over.
  private static let longOver = 600

  /// An invoice amount in øre; small ones are more common.
  private mutating func price(_ creditor: Creditor) -> Int {
    let span = creditor.prices.upperBound - creditor.prices.lowerBound
    let place = chance.below(1000) * chance.below(1000)
    return (creditor.prices.lowerBound + span * place / 1_000_000) * 100
      + (chance.happens(400) ? chance.below(100) : 0)
  }

  /// A day of birth long before the sample begins.
  private mutating func birthday() -> String {
    let year = chance.within(1945...1999)
    let month = chance.within(1...12)
    let day = chance.within(1...28)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
