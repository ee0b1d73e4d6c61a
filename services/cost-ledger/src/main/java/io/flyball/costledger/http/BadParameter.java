package io.flyball.costledger.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A question that cannot be answered as it was put; says which parameter and what was expected. */
final class BadParameter extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    BadParameter(String parameter, String given, String expected) {
        super(HttpStatus.BAD_REQUEST, problem(parameter, given, expected), null);
    }

    private static ProblemDetail problem(String parameter, String given, String expected) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "'" + parameter + "' is '" + given + "'; expected " + expected);
        problem.setTitle("Bad parameter");
        problem.setProperty("parameter", parameter);
        problem.setProperty("expected", expected);
        return problem;
    }
}
